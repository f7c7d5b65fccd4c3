@testable import Model

@testable import Narrative

/// Reads any bytes as each of the small languages: a condition of a rule, what stands between braces in a text, and the
/// pattern of a key. A mistake has a place within what was written.
func fuzzExpressions(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  fuzzCondition(text)
  let file = TextFile(name: "a.nl.md", text: text)
  do throws(TextProblem) {
    _ = try ExpressionParser.tag(PlacedText(file.characters))
  } catch {
    precondition((0...file.characters.count).contains(error.at), "a mistake stands in the text")
    precondition(!error.message.nl.isEmpty, "a mistake has a sentence")
  }
  let half = bytes.count / 2
  if let pattern = KeyPattern(String(decoding: bytes[..<half], as: UTF8.self)) {
    _ = pattern.matches(Array(bytes[half...]))
  }
}

private func fuzzCondition(_ text: String) {
  do throws(ConditionError) {
    let condition = try Condition(parsing: text)
    // Deeper than that, one pair more may be one too many.
    guard text.count(where: { $0 == "(" }) < 60 else { return }
    let enclosed = try Condition(parsing: "(\(text))")
    precondition(enclosed == condition, "parentheses around a condition change nothing")
  } catch {
    precondition((0...text.count + 2).contains(error.offset), "a mistake stands in the condition")
    precondition(!error.message.nl.isEmpty, "a mistake has a sentence")
  }
}
