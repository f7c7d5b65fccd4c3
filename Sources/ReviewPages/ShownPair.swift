/// Two notifications side by side, as a reader sees them. It holds personal values, so that it cannot be printed as a whole.
public struct ShownPair: Codable, Equatable, Sendable, CustomStringConvertible, CustomReflectable {
  /// What both notifications say under one head.
  public struct Row: Codable, Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    public enum Comparison: String, Codable, Sendable {
      case same, different, oneMissing
      /// What nobody compares, such as the source.
      case none
    }

    public var label: String
    /// Empty where the notification says nothing.
    public var left, right: String
    public var comparison: Comparison

    public init(label: String, left: String, right: String, comparison: Comparison) {
      (self.label, self.left, self.right, self.comparison) = (label, left, right, comparison)
    }

    public var description: String { "a confidential row" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
  }

  /// What the agreement or difference of one field says.
  public struct Evidence: Codable, Equatable, Sendable {
    /// `Achternaam`, `gelijk, zeldzaam`, `spreekt sterk voor`.
    public var field, finding, strength: String
    /// Above 0 for one person, below 0 against.
    public var bits: Double

    public init(field: String, finding: String, strength: String, bits: Double) {
      (self.field, self.finding, self.strength, self.bits) = (field, finding, strength, bits)
    }

    public var sentence: String { "\(field) \(finding): \(strength)" }
  }

  /// By which an answer names the pair: from 1 in each sitting.
  public var number: Int
  /// Empty for a reader who does not see values.
  public var rows: [Row]
  public var evidence: [Evidence]
  /// What others said, where the pair is looked at together; empty while nobody may know.
  public var opinions: [String]
  /// Pairs that this reader has answered, and those still waiting; nil where pairs are drawn as long as one goes on.
  public var answered: Int
  public var waiting: Int?

  public init(
    number: Int, rows: [Row], evidence: [Evidence], opinions: [String], answered: Int, waiting: Int?
  ) {
    (self.number, self.rows, self.evidence, self.opinions) = (number, rows, evidence, opinions)
    (self.answered, self.waiting) = (answered, waiting)
  }

  public var description: String { "a confidential pair" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What a reader may say of a pair.
public enum PairAnswer: String, Codable, CaseIterable, Sendable {
  case same, different
  case cannotSay = "cannot-say"
}

/// What a reader is told of the pair before: the answer, and only now how sure the program was.
public struct LastAnswer: Codable, Equatable, Sendable {
  public var sentence: String
  public init(sentence: String) { self.sentence = sentence }
}
