/// Why a condition cannot be read; `offset` counts characters from 0.
public struct ConditionError: Error, Equatable, Sendable {
  public var offset: Int
  public var message: LocalizedText
}

extension Condition {
  /// Reads a condition. Names are not checked here: the folder check knows the codebook and suggests better ones.
  public init(parsing text: String) throws(ConditionError) {
    var parser = ConditionParser(tokens: try ConditionToken.tokens(of: text), length: text.count)
    self = try parser.parseCondition()
    try parser.expectEnd()
  }
}

private struct ConditionToken: Equatable {
  package var text: String
  var offset: Int

  static func tokens(of text: String) throws(ConditionError) -> [ConditionToken] {
    let characters = Array(text)
    var tokens: [ConditionToken] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace {
        index += 1
      } else if "(),".contains(character) {
        tokens.append(ConditionToken(text: String(character), offset: index))
        index += 1
      } else if "<>=".contains(character) {
        let isTwo = character != "=" && index + 1 < characters.count && characters[index + 1] == "="
        tokens.append(ConditionToken(text: isTwo ? "\(character)=" : String(character), offset: index))
        index += isTwo ? 2 : 1
      } else if isWordCharacter(character) {
        let start = index
        while index < characters.count, isWordCharacter(characters[index]) { index += 1 }
        tokens.append(ConditionToken(text: String(characters[start..<index]), offset: start))
      } else {
        throw ConditionError(
          offset: index,
          message: LocalizedText(
            nl: "het teken '\(character)' hoort niet in een voorwaarde", en: "'\(character)' is no part of a condition")
        )
      }
    }
    return tokens
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-" || character == "."
  }
}

private struct ConditionParser {
  var tokens: [ConditionToken]
  var length: Int
  var position = 0
  var depth = 0

  init(tokens: [ConditionToken], length: Int) {
    self.tokens = tokens
    self.length = length
  }

  mutating func parseCondition() throws(ConditionError) -> Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else {
      throw error(nl: "de voorwaarde is te diep genest", en: "the condition is nested too deeply")
    }
    var parts = [try parseConjunction()]
    while take("or") { parts.append(try parseConjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseConjunction() throws(ConditionError) -> Condition {
    var parts = [try parseUnary()]
    while take("and") { parts.append(try parseUnary()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func parseUnary() throws(ConditionError) -> Condition {
    var negations = 0
    while take("not") { negations += 1 }
    let inner: Condition
    if take("(") {
      inner = try parseCondition()
      guard take(")") else { throw error(nl: "hier hoort een ')'", en: "a ')' belongs here") }
    } else {
      inner = try parseTest()
    }
    return negations % 2 == 1 ? .not(inner) : inner
  }

  private mutating func parseTest() throws(ConditionError) -> Condition {
    if take("always") { return .always }
    let variable = try word(nl: "hier hoort de naam van een variabele", en: "the name of a variable belongs here")
    if take("is") {
      let negated = take("not")
      let test: Condition =
        take("known") ? .isKnown(variable: variable) : .isIn(variable: variable, values: [try value()])
      return negated ? .not(test) : test
    }
    if take("in") { return .isIn(variable: variable, values: try list()) }
    if take("has") {
      if take("any") { return .hasAny(variable: variable, values: try list()) }
      if take("all") { return .hasAll(variable: variable, values: try list()) }
      if take("only") { return .hasOnly(variable: variable, values: try list()) }
      return .hasAny(variable: variable, values: [try value()])
    }
    for comparison in Condition.Comparison.allCases where take(comparison.rawValue) {
      let text = try value()
      guard let number = Int32(text) else {
        position -= 1
        throw error(nl: "hier hoort een geheel getal", en: "a whole number belongs here")
      }
      return .compares(variable: variable, comparison, number)
    }
    throw error(
      nl: "na '\(variable)' hoort is, in, has of een vergelijking zoals < of >=",
      en: "after '\(variable)' comes is, in, has, or a comparison such as < or >=")
  }

  /// `(a, b)`, or one bare value.
  private mutating func list() throws(ConditionError) -> [String] {
    guard take("(") else { return [try value()] }
    var values = [try value()]
    while take(",") { values.append(try value()) }
    guard take(")") else { throw error(nl: "hier hoort een ')'", en: "a ')' belongs here") }
    return values
  }

  private mutating func value() throws(ConditionError) -> String {
    try word(nl: "hier hoort een waarde", en: "a value belongs here")
  }

  private mutating func word(nl: String, en: String) throws(ConditionError) -> String {
    guard position < tokens.count, let first = tokens[position].text.first, !"(),<>=".contains(first) else {
      throw error(nl: nl, en: en)
    }
    position += 1
    return tokens[position - 1].text
  }

  private mutating func take(_ text: String) -> Bool {
    guard position < tokens.count, tokens[position].text == text else { return false }
    position += 1
    return true
  }

  func expectEnd() throws(ConditionError) {
    guard position == tokens.count else {
      throw error(nl: "hier had de voorwaarde moeten eindigen", en: "the condition should have ended here")
    }
  }

  private func error(nl: String, en: String) -> ConditionError {
    let offset = position < tokens.count ? tokens[position].offset : length
    return ConditionError(offset: offset, message: LocalizedText(nl: nl, en: en))
  }
}
