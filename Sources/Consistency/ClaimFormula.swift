/// Arithmetic over references to cells.
///
///     formula   = term (("+" | "-") term)*
///     term      = factor (("*" | "/") factor)*
///     factor    = number | "-" factor | "(" formula ")" | function "(" formula ("," formula)* ")" | reference
///     reference = "{" code ":" figure ("|" dimension value)* ("@" start of a measure)? "}"
///
/// Functions: `pct(a,b)` = 100a/b; `chg(a,b)` = 100(b-a)/a; `min`, `max`, `mean`, `sum`, `abs`, `round`;
/// `known_n(k,p,d,m)` = a base of at most `m` for which `k` is printed as `p` per cent with `d` decimals. Percentages
/// of nothing and division by zero have no value; rounding is away from zero, to nine decimals at most.
struct ClaimFormula {
  let text: String
  /// What a reference stands for.
  let lookUp: (String) throws(FormulaProblem) -> Double

  /// The formula's number.
  ///
  /// - Throws: `.unreadable` with the place where reading stops, `.unknownFunction`, `.wrongArguments`,
  ///   `.divisionByZero`, `.noFittingBase`, and what `lookUp` throws.
  func value() throws(FormulaProblem) -> Double {
    var reader = Reader(characters: Array(text), lookUp: lookUp)
    let value = try reader.formula()
    guard reader.isAtEnd else { throw .unreadable(at: reader.position) }
    return value
  }

  /// The references of a formula, in order, without braces.
  static func references(in text: String) -> [String] {
    text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }

  /// Whether the formula looks for a base that is not printed.
  static func impliesBase(_ text: String) -> Bool { text.contains("known_n(") }

  private struct Reader {
    var characters: [Character]
    var lookUp: (String) throws(FormulaProblem) -> Double
    var position = 0
    private var depth = 0
    /// Deeper than any formula that a person writes, and far from the end of the stack.
    private static let greatestDepth = 200

    init(characters: [Character], lookUp: @escaping (String) throws(FormulaProblem) -> Double) {
      self.characters = characters
      self.lookUp = lookUp
    }

    var isAtEnd: Bool {
      mutating get {
        skipSpaces()
        return position == characters.count
      }
    }

    mutating func formula() throws(FormulaProblem) -> Double {
      depth += 1
      defer { depth -= 1 }
      guard depth < Self.greatestDepth else { throw .unreadable(at: position) }
      var value = try term()
      while let sign = take("+") ?? take("-") {
        let next = try term()
        value = sign == "+" ? value + next : value - next
      }
      return value
    }

    private mutating func term() throws(FormulaProblem) -> Double {
      var value = try factor()
      while let sign = take("*") ?? take("/") {
        let next = try factor()
        if sign == "/", next == 0 { throw .divisionByZero }
        value = sign == "*" ? value * next : value / next
      }
      return value
    }

    private mutating func factor() throws(FormulaProblem) -> Double {
      var sign = 1.0
      while take("-") != nil { sign = -sign }
      if take("(") != nil {
        let value = try formula()
        guard take(")") != nil else { throw .unreadable(at: position) }
        return sign * value
      }
      if take("{") != nil { return sign * (try reference()) }
      if let first = peek(), first.isNumber { return sign * (try number()) }
      return sign * (try call())
    }

    private mutating func reference() throws(FormulaProblem) -> Double {
      guard let end = characters[position...].firstIndex(of: "}") else { throw .unreadable(at: position) }
      let name = String(characters[position..<end])
      position = end + 1
      return try lookUp(name)
    }

    private mutating func number() throws(FormulaProblem) -> Double {
      let start = position
      while position < characters.count, characters[position].isNumber || characters[position] == "." { position += 1 }
      guard let value = Double(String(characters[start..<position])) else { throw .unreadable(at: start) }
      return value
    }

    private mutating func call() throws(FormulaProblem) -> Double {
      skipSpaces()
      let start = position
      while position < characters.count, characters[position].isLetter || characters[position] == "_" { position += 1 }
      let name = String(characters[start..<position])
      guard !name.isEmpty, take("(") != nil else { throw .unreadable(at: start) }
      var arguments = [try formula()]
      while take(",") != nil { arguments.append(try formula()) }
      guard take(")") != nil else { throw .unreadable(at: position) }
      return try FormulaFunction.value(of: name, arguments)
    }

    private mutating func peek() -> Character? {
      skipSpaces()
      return position < characters.count ? characters[position] : nil
    }

    private mutating func take(_ character: Character) -> Character? {
      guard peek() == character else { return nil }
      position += 1
      return character
    }

    private mutating func skipSpaces() {
      while position < characters.count, characters[position] == " " { position += 1 }
    }
  }
}

/// The functions that a formula may call.
enum FormulaFunction {
  /// - Throws: `.unknownFunction`, `.wrongArguments` for a wrong number or range of them, `.divisionByZero`, and
  ///   `.noFittingBase` when `known_n` finds none.
  static func value(of name: String, _ arguments: [Double]) throws(FormulaProblem) -> Double {
    switch (name, arguments.count) {
    case ("pct", 2): return try 100 * quotient(arguments[0], arguments[1])
    case ("chg", 2): return try 100 * quotient(arguments[1] - arguments[0], arguments[0])
    case ("min", _): return arguments.min() ?? 0
    case ("max", _): return arguments.max() ?? 0
    case ("sum", _): return arguments.reduce(0, +)
    case ("mean", _): return arguments.reduce(0, +) / Double(arguments.count)
    case ("abs", 1): return abs(arguments[0])
    case ("round", 1): return arguments[0].rounded(.toNearestOrAwayFromZero)
    case ("round", 2): return rounded(arguments[0], decimals: arguments[1])
    case ("known_n", 4): return try knownBase(arguments)
    case ("pct", _), ("chg", _), ("abs", _), ("round", _), ("known_n", _): throw .wrongArguments(name)
    default: throw .unknownFunction(name)
    }
  }

  private static func quotient(_ above: Double, _ below: Double) throws(FormulaProblem) -> Double {
    guard below != 0 else { throw .divisionByZero }
    return above / below
  }

  /// More are no longer exact in a `Double` of seven digits before the point.
  private static let mostDecimals = 9

  private static func rounded(_ value: Double, decimals: Double) -> Double {
    let unit = Printed.unit(decimals > 0 ? Int(min(decimals, Double(mostDecimals))) : 0)
    return (value / unit).rounded(.toNearestOrAwayFromZero) * unit
  }

  /// No published base of people comes near it, and the search tries each.
  private static let greatestBase = 1_000_000.0

  /// The middle one of all bases that give the printed share, the upper of two.
  private static func knownBase(_ arguments: [Double]) throws(FormulaProblem) -> Double {
    let (part, share, decimals, most) = (arguments[0], arguments[1], arguments[2], arguments[3])
    guard part >= 0, most <= greatestBase, part <= most, (0...Double(mostDecimals)).contains(decimals) else {
      throw .wrongArguments("known_n")
    }
    let fitting = (max(1, Int(part))...max(1, Int(most))).filter {
      Printed.match(100 * part / Double($0), printed: share, decimals: Int(decimals)) == .exact
    }
    guard !fitting.isEmpty else { throw .noFittingBase }
    return Double(fitting[fitting.count / 2])
  }
}
