internal import Model

/// Reads what stands between `{{` and `}}`.
///
///     tag        = "if" condition | "else" | "end" | "claim:" condition
///                | "say" text "because" condition | expression
///     expression = sum { "|" filter [ "(" argument ")" ] }
///     sum        = product { ("+" | "-") product }
///     product    = factor { ("*" | "/") factor }
///     factor     = "-" factor | "(" sum ")" | literal | call
///     literal    = digits [ "." digits ] [ text ]
///     call       = name "(" argument { "," argument } ")"
struct ExpressionParser {
  private let text: PlacedText
  private var index = 0

  /// Parentheses within parentheses, signs before signs and calls within calls together; a stack of 512 kB holds them
  /// many times over.
  private static let depthLimit = 40
  private var depth = 0

  init(_ text: PlacedText) { self.text = text }

  static func tag(_ text: PlacedText) throws(TextProblem) -> Tag {
    var parser = ExpressionParser(text)
    return try parser.tag()
  }

  private mutating func tag() throws(TextProblem) -> Tag {
    skipSpaces()
    let tag: Tag
    switch word(followedBy: { $0 != "(" }) {
    case "if":
      tag = .opening(try condition())
    case "else": tag = .otherwise
    case "end": tag = .end
    case "claim":
      guard take(":") else {
        throw problem(.syntax, nl: "na `claim` hoort een dubbele punt.", en: "`claim` takes a colon.")
      }
      tag = .claim(try condition())
    case "say":
      guard let words = try quoted() else {
        throw problem(
          .syntax, nl: "na `say` horen woorden tussen aanhalingstekens.",
          en: "`say` takes words between quotation marks.")
      }
      guard word(followedBy: { _ in true }) == "because" else {
        throw problem(
          .syntax, nl: "na de woorden van `say` hoort `because`.", en: "the words of `say` are followed by `because`.")
      }
      tag = .say(words: words, because: try condition())
    case .some(let other) where other == "elseif" || other == "endif":
      throw problem(
        .syntax, nl: "`\(other)` bestaat niet; er zijn `if`, `else` en `end`.",
        en: "there is no `\(other)`; there are `if`, `else` and `end`.")
    default:
      index = 0
      tag = .expression(try expression())
    }
    try finish()
    return tag
  }

  private mutating func finish() throws(TextProblem) {
    skipSpaces()
    guard index < text.count else { return }
    let rest = text.from(index).trimmed.string
    throw problem(
      .syntax, nl: "na de uitdrukking staat nog `\(rest)`.", en: "after the expression there still is `\(rest)`.")
  }

  // MARK: Expressions

  private mutating func expression() throws(TextProblem) -> Expression {
    skipSpaces()
    let start = index
    guard index < text.count else {
      throw problem(.syntax, nl: "hier staat een lege uitdrukking.", en: "this expression is empty.")
    }
    let term = try sum()
    let source = text[start..<index].trimmed.string
    var filters: [FilterUse] = []
    while take("|") { filters.append(try filter()) }
    return Expression(term: term, filters: filters, source: source, at: text[start..<text.count].start)
  }

  /// Operations of one precedence associate to the left.
  private mutating func sum() throws(TextProblem) -> Term {
    var left = try product()
    while let sign = operation(among: [.add, .subtract]) {
      left = .operation(sign.0, left, try product(), at: sign.1)
    }
    return left
  }

  private mutating func product() throws(TextProblem) -> Term {
    var left = try factor()
    while let sign = operation(among: [.multiply, .divide]) {
      left = .operation(sign.0, left, try factor(), at: sign.1)
    }
    return left
  }

  private mutating func operation(among signs: [Operation]) -> (Operation, Int)? {
    skipSpaces()
    guard index < text.count, let sign = signs.first(where: { $0.rawValue == text[index] }) else { return nil }
    defer { index += 1 }
    return (sign, place)
  }

  private mutating func factor() throws(TextProblem) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      throw problem(.syntax, nl: "deze uitdrukking is te diep genest.", en: "this expression is nested too deeply.")
    }
    if take("-") { return .negated(try factor()) }
    if take("(") {
      let inner = try sum()
      guard take(")") else { throw problem(.syntax, nl: "hier ontbreekt `)`.", en: "`)` is missing here.") }
      return inner
    }
    if index < text.count, text[index].isASCII, text[index].isNumber { return try literal() }
    return .call(try call())
  }

  private mutating func literal() throws(TextProblem) -> Term {
    let start = index
    while index < text.count, text[index].isASCII, text[index].isNumber || text[index] == "." { index += 1 }
    guard let number = Fraction(decimal: text[start..<index].string) else {
      throw problem(.syntax, nl: "dit getal is niet te lezen.", en: "this number cannot be read.")
    }
    let at = text[start..<index].start
    return .literal(number, explanation: try quoted(), at: at)
  }

  // MARK: Calls

  private mutating func call() throws(TextProblem) -> Call {
    skipSpaces()
    let start = index
    let at = place
    guard let name = word(followedBy: { _ in true }) else {
      throw problem(
        .syntax, nl: "hier hoort een functie, zoals `count(…)`.", en: "this takes a function, such as `count(…)`.")
    }
    guard let function = FunctionName(rawValue: name) else {
      let near = meant(name, among: FunctionName.allCases.map(\.rawValue))
      throw TextProblem(
        .unknownFunction, at: at, nl: "de functie `\(name)` bestaat niet\(near.nl)",
        en: "there is no function `\(name)`\(near.en)")
    }
    guard take("(") else {
      throw problem(
        .syntax, nl: "na `\(name)` hoort een haakje openen.", en: "`\(name)` is followed by an opening parenthesis.")
    }
    let inside = text.from(index)
    guard let length = closing(in: inside) else {
      throw problem(.syntax, nl: "`\(name)(` heeft geen haakje sluiten.", en: "`\(name)(` has no closing parenthesis.")
    }
    index += length + 1
    let source = text[start..<index].string
    return try call(function, inside.upTo(length), source: source, at: at)
  }

  private func call(
    _ function: FunctionName, _ inside: PlacedText, source: String, at: Int
  ) throws(TextProblem) -> Call {
    let arguments = inside.trimmed.isEmpty ? [] : inside.split(at: ",")
    guard let form = function.forms.first(where: { $0.accepts(arguments.count) }) else {
      let count = arguments.count
      throw TextProblem(
        .arguments, at: at,
        nl: "`\(function.rawValue)` krijgt \(count) \(count == 1 ? "gegeven" : "gegevens"); het is \(function.usage).",
        en:
          "`\(function.rawValue)` is given \(count) \(count == 1 ? "argument" : "arguments"); it is \(function.usage).")
    }
    if form.keys == nil { try refuseKeys(function, arguments, at: at) }
    var call = Call(function: function, keys: [], terms: [], source: source, at: at)
    for argument in arguments {
      let trimmed = argument.trimmed
      guard !trimmed.isEmpty else {
        throw TextProblem(
          .arguments, at: at, nl: "`\(function.rawValue)` heeft een leeg gegeven; het is \(function.usage).",
          en: "`\(function.rawValue)` has an empty argument; it is \(function.usage).")
      }
      if form.keys != nil {
        call.keys.append(Call.Key(text: trimmed.string, at: trimmed.start))
      } else {
        var parser = ExpressionParser(trimmed)
        parser.depth = depth
        call.terms.append(try parser.sum())
        try parser.finish()
      }
    }
    return call
  }

  /// A figure, a row and a column where numbers are asked for: what to write instead.
  private func refuseKeys(
    _ function: FunctionName, _ arguments: [PlacedText], at: Int
  ) throws(TextProblem) {
    let keys = arguments.map(\.trimmed.string)
    guard keys.count >= 2, keys.allSatisfy({ !$0.isEmpty && !$0.contains("(") && !$0.contains(where: isQuoteMark) }),
      keys.contains(where: { $0.contains(where: \.isLetter) })
    else { return }
    let inside = keys.joined(separator: ", ")
    let instead =
      switch function {
      case .min: "lowest(\(inside))"
      case .max: "highest(\(inside))"
      case .sum: "count(\(inside))"
      default: "\(function.rawValue)(count(\(inside)), count(…))"
      }
    throw TextProblem(
      .arguments, at: at,
      nl:
        "`\(function.rawValue)` neemt getallen, en hier staan een figuur, een rij en een kolom; schrijf `\(instead)`.",
      en: "`\(function.rawValue)` takes numbers, and here are a figure, a row and a column; write `\(instead)`.")
  }

  /// The place of the parenthesis that closes what was opened before this text.
  private func closing(in text: PlacedText) -> Int? {
    var (depth, inQuotes) = (0, false)
    for (place, character) in text.characters.enumerated() {
      if isQuoteMark(character) { inQuotes.toggle() }
      guard !inQuotes else { continue }
      if character == "(" { depth += 1 }
      if character == ")" {
        if depth == 0 { return place }
        depth -= 1
      }
    }
    return nil
  }

  // MARK: Filters

  private mutating func filter() throws(TextProblem) -> FilterUse {
    skipSpaces()
    let at = place
    guard let name = word(followedBy: { _ in true }) else {
      throw problem(
        .syntax, nl: "na `|` hoort een filter, zoals `percent`.", en: "`|` is followed by a filter, such as `percent`.")
    }
    guard let filter = FilterName(rawValue: name) else {
      let near = meant(name, among: FilterName.allCases.map(\.rawValue))
      throw TextProblem(
        .unknownFilter, at: at, nl: "het filter `\(name)` bestaat niet\(near.nl)",
        en: "there is no filter `\(name)`\(near.en)")
    }
    var argument: String?
    if take("(") {
      let inside = text.from(index)
      guard let length = closing(in: inside) else {
        throw problem(
          .syntax, nl: "`\(name)(` heeft geen haakje sluiten.", en: "`\(name)(` has no closing parenthesis.")
      }
      argument = inside.upTo(length).trimmed.string
      index += length + 1
    }
    let use = FilterUse(filter: filter, argument: argument, at: at)
    try check(use)
    return use
  }

  /// Up to three decimals: a thousandth is the finest a table prints.
  private func check(_ use: FilterUse) throws(TextProblem) {
    let isDecimals = use.argument.map { ["0", "1", "2", "3"].contains($0) }
    let fits =
      switch use.filter.argument {
      case .none: use.argument == nil
      case .optionalDecimals: isDecimals != false
      case .decimals: isDecimals == true
      case .optionalSet: use.argument != ""
      case .tens: use.argument.map { ["10", "100", "1000", "10000", "100000"].contains($0) } == true
      }
    guard fits else {
      throw TextProblem(
        .arguments, at: use.at, nl: "het filter is te schrijven als \(use.filter.usage).",
        en: "the filter is written as \(use.filter.usage).")
    }
  }

  // MARK: Conditions

  private mutating func condition() throws(TextProblem) -> ParsedCondition {
    skipSpaces()
    let (start, at) = (index, place)
    var parts = [try part()]
    while isNext("and") {
      _ = word(followedBy: { _ in true })
      parts.append(try part())
    }
    return ParsedCondition(parts: parts, source: text[start..<index].trimmed.string, at: at)
  }

  private mutating func part() throws(TextProblem) -> ParsedCondition.Part {
    let isNegated = isNext("not")
    if isNegated { _ = word(followedBy: { _ in true }) }
    if isNext("delivered") { return .delivered(try call(), isNegated: isNegated) }
    guard !isNegated else {
      throw problem(
        .syntax, nl: "`not` staat alleen voor `delivered(…)`.", en: "`not` stands before `delivered(…)` only.")
    }
    skipSpaces()
    let (start, at) = (index, place)
    let left = try sum()
    let source = text[start..<index].trimmed.string
    if isNext("is") {
      _ = word(followedBy: { _ in true })
      guard let words = try quoted() else {
        throw problem(
          .syntax, nl: "na `is` horen woorden tussen aanhalingstekens.", en: "`is` takes words between quotation marks."
        )
      }
      return .verdict(left, words: words, source: source, at: at)
    }
    for comparison in ParsedCondition.Comparison.allCases where take(comparison.rawValue) {
      return .comparison(left, comparison, try sum(), at: at)
    }
    return .bare(left, source: source, at: at)
  }

  // MARK: Characters

  private var place: Int { index < text.count ? text.positions[index] : (text.positions.last.map { $0 + 1 } ?? 0) }

  private func problem(_ rule: FindingRule, nl: String, en: String) -> TextProblem {
    TextProblem(rule, at: place, nl: nl, en: en)
  }

  private mutating func skipSpaces() { while index < text.count, text[index].isWhitespace { index += 1 } }

  private mutating func take(_ mark: String) -> Bool {
    skipSpaces()
    guard text.starts(with: mark, at: index) else { return false }
    index += mark.count
    return true
  }

  private func isNext(_ wanted: String) -> Bool {
    var copy = self
    return copy.word(followedBy: { _ in true }) == wanted
  }

  /// A name of letters, digits and inner hyphens.
  private mutating func word(followedBy fits: (Character) -> Bool) -> String? {
    skipSpaces()
    var end = index
    while end < text.count, text[end].isLetter || (end > index && (text[end].isNumber || text[end] == "-")) { end += 1 }
    while end > index, text[end - 1] == "-" { end -= 1 }
    guard end > index, end == text.count || fits(text[end]) else { return nil }
    defer { index = end }
    return text[index..<end].string
  }

  /// Words between quotation marks; nil when there are none here.
  private mutating func quoted() throws(TextProblem) -> String? {
    skipSpaces()
    guard index < text.count, isQuoteMark(text[index]) else { return nil }
    guard let end = (index + 1..<text.count).first(where: { isQuoteMark(text[$0]) }) else {
      throw problem(
        .syntax, nl: "deze aanhalingstekens worden niet gesloten.", en: "these quotation marks are never closed.")
    }
    defer { index = end + 1 }
    return text[index + 1..<end].string
  }
}
