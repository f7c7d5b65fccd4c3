/// Evaluates the arithmetic of a published claim over built tables: numbers, `+ - * /`, parentheses, references to
/// cells in braces and the functions `pct`, `chg`, `min`, `max`, `mean`, `round` and `known_n`.
struct ClaimFormula {
  enum Trouble: Error, Equatable {
    case syntax(String)
    case noSuchCell(String)
  }

  private var characters: ArraySlice<Character>
  private let lookUp: (String) throws -> Double

  static func value(of text: String, lookUp: @escaping (String) throws -> Double) throws -> Double {
    var formula = ClaimFormula(characters: Array(text)[...], lookUp: lookUp)
    let value = try formula.sum()
    guard formula.peek == nil else { throw Trouble.syntax(String(formula.characters)) }
    return value
  }

  private var peek: Character? { characters.first { !$0.isWhitespace } }

  private mutating func next() -> Character? {
    while characters.first?.isWhitespace == true { characters.removeFirst() }
    return characters.popFirst()
  }

  private mutating func sum() throws -> Double {
    var value = try product()
    while let sign = peek, sign == "+" || sign == "-" {
      _ = next()
      let term = try product()
      value = sign == "+" ? value + term : value - term
    }
    return value
  }

  private mutating func product() throws -> Double {
    var value = try factor()
    while let sign = peek, sign == "*" || sign == "/" {
      _ = next()
      let term = try factor()
      value = sign == "*" ? value * term : value / term
    }
    return value
  }

  private mutating func factor() throws -> Double {
    guard let character = peek else { throw Trouble.syntax("end of formula") }
    if character == "(" {
      _ = next()
      let value = try sum()
      guard next() == ")" else { throw Trouble.syntax("a ')' is missing") }
      return value
    }
    if character == "{" {
      _ = next()
      var reference = ""
      while let inner = characters.popFirst(), inner != "}" { reference.append(inner) }
      return try lookUp(reference)
    }
    if character == "-" {
      _ = next()
      return -(try factor())
    }
    let word = takeWhile { $0.isNumber || $0.isLetter || $0 == "." || $0 == "_" }
    if let number = Double(word) { return number }
    return try apply(word)
  }

  /// `known_n(count, percent, decimals, most)`: the middle one of the bases of which the count prints as the per cent.
  private static func knownBase(_ arguments: [Double]) throws -> Double {
    let (count, percent) = (arguments[0], arguments[1])
    var half = 0.5
    for _ in 0..<Int(arguments[2]) { half /= 10 }
    let bases = (Int(count)...Int(arguments[3])).filter { abs(100 * count / Double($0) - percent) <= half + 1e-9 }
    guard !bases.isEmpty else { throw Trouble.syntax("no base gives \(percent)") }
    return Double(bases[bases.count / 2])
  }

  private mutating func takeWhile(_ belongs: (Character) -> Bool) -> String {
    while characters.first?.isWhitespace == true { characters.removeFirst() }
    var word = ""
    while let character = characters.first, belongs(character) {
      word.append(character)
      characters.removeFirst()
    }
    return word
  }

  private mutating func apply(_ function: String) throws -> Double {
    guard next() == "(" else { throw Trouble.syntax("unknown word '\(function)'") }
    var arguments = [try sum()]
    while peek == "," {
      _ = next()
      arguments.append(try sum())
    }
    guard next() == ")" else { throw Trouble.syntax("a ')' is missing after \(function)") }
    switch (function, arguments.count) {
    case ("pct", 2): return 100 * arguments[0] / arguments[1]
    case ("chg", 2): return 100 * (arguments[1] - arguments[0]) / arguments[0]
    case ("min", 1...): return arguments.reduce(arguments[0]) { Swift.min($0, $1) }
    case ("max", 1...): return arguments.reduce(arguments[0]) { Swift.max($0, $1) }
    case ("mean", 1...): return arguments.reduce(0, +) / Double(arguments.count)
    case ("round", 1): return arguments[0].rounded()
    case ("known_n", 4): return try Self.knownBase(arguments)
    default: throw Trouble.syntax("unknown function '\(function)' of \(arguments.count)")
    }
  }
}
