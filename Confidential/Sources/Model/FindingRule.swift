/// An entry of the catalogue of findings: what the program can complain about, and what helps.
///
/// The reference of findings is generated from these values. A stage makes its findings from its entries, in extensions
/// of this type that list them, so that nothing is ever reported that the catalogue does not explain.
public struct FindingRule: Equatable, Sendable {
  /// Stable code, also the `rule` column of exported findings: `unknown-key`.
  public var id: String
  public var stage: Stage
  public var severity: Finding.Severity
  /// What is checked, and why it matters.
  public var explanation: LocalizedText
  /// What to do, in one sentence; printed behind every message.
  public var remedy: LocalizedText
  /// A message as a user would see it.
  public var example: LocalizedText

  /// Where it is found; a heading of the reference.
  public enum Stage: String, CaseIterable, Sendable {
    /// Checking the text files of a monitor.
    case folder
    /// Checking a delivered file.
    case delivery
    /// Reading the texts of an edition.
    case text
  }

  public init(
    _ id: String, _ stage: Stage, _ severity: Finding.Severity, explanation: LocalizedText, remedy: LocalizedText,
    example: LocalizedText
  ) {
    self.id = id
    self.stage = stage
    self.severity = severity
    self.explanation = explanation
    self.remedy = remedy
    self.example = example
  }
}

extension Finding {
  /// A finding of a catalogued rule, with the remedy that the catalogue gives.
  public init(_ entry: FindingRule, at place: Place, _ message: LocalizedText, remedy: LocalizedText? = nil) {
    self.init(
      rule: entry.id, severity: entry.severity, place: place, message: message, remedy: remedy ?? entry.remedy)
  }
}
