internal import Model

/// Words for what numbers did, with what has to bear them.
struct DirectionWord: Sendable {
  enum Kind: Equatable, Sendable {
    /// Rose, fell or stayed: two years of one series.
    case change(Direction)
    /// More or less than something: two years, or two numbers of one time.
    case comparative(Direction)
    /// The highest (`up`) or the lowest (`down`) of several; nil for a place at either end.
    case superlative(Direction?)
    /// Most of a whole.
    case majority
    /// Less than half of a whole.
    case minority
    /// The highest ever, for the first time: over years.
    case first
    /// A rise that became a fall, or the other way: over years.
    case turn
    /// A course that goes on, whichever way.
    case course
    /// How much it changed; a set of verdicts has such words, and no comparison bears them.
    case size
  }

  var phrase: Phrase
  var kind: Kind
  /// Whether the words are about numbers by themselves; others only where something counted is near.
  var isAlwaysAboutNumbers: Bool

  /// - Parameter isNegated: Whether it is denied: `niet gedaald`, which a fall does not bear.
  func isBorne(by proof: Proof, isNegated: Bool = false) -> Bool {
    switch kind {
    case .change(let direction): proof.says(direction, isNegated: isNegated)
    case .comparative(let direction): proof.says(direction, isNegated: isNegated) || proof.compares
    case .superlative(let end): end.map(proof.extremes.contains) ?? !proof.extremes.isEmpty
    case .majority: proof.extremes.contains(.up) || proof.isMajority
    case .minority: proof.extremes.contains(.down) || proof.isMinority
    case .first: !proof.extremes.isEmpty && proof.isOverYears
    case .turn: proof.changes.count > 1 || proof.isOverYears
    case .course: !proof.changes.isEmpty
    case .size: false
    }
  }

  /// The words of a language, those that take most words first, so that the longest is found.
  static func all(_ language: Language) -> [DirectionWord] {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }

  /// Words that are comparisons where an author chose them, and too common to be looked for in running text.
  static func chosen(_ language: Language) -> [DirectionWord] {
    switch language {
    case .nl: chosenDutch
    case .en: chosenEnglish
    }
  }

  static func words(_ kind: Kind, always: Bool = false, _ text: String) -> [DirectionWord] {
    Phrase.list(text).map { DirectionWord(phrase: $0, kind: kind, isAlwaysAboutNumbers: always) }
  }
}
