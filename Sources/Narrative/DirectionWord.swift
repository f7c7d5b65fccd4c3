internal import Model

/// Words for what numbers did, with what has to bear them.
struct DirectionWord: Sendable {
  enum Kind: Equatable, Sendable {
    /// Rose, fell or stayed: two years of one series.
    case change(Direction)
    /// More or less than something: two years, or two numbers of one time.
    case comparative(Direction)
    /// The most, the highest: of several.
    case superlative
    /// Most of a whole.
    case majority
    /// The highest ever, for the first time: over years.
    case first
    /// How much it changed; a set of verdicts has such words, and no comparison bears them.
    case size
  }

  var phrase: Phrase
  var kind: Kind
  /// Whether the words are about numbers by themselves; others only where something counted is near.
  var isAlwaysAboutNumbers: Bool

  func isBorne(by proof: Proof) -> Bool {
    switch kind {
    case .change(let direction): proof.changes.contains(direction)
    case .comparative(let direction): proof.changes.contains(direction) || proof.compares
    case .superlative: proof.isExtreme || proof.compares
    case .majority: proof.isExtreme || proof.compares || proof.isMajority
    case .first: proof.isExtreme && proof.isOverYears
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
