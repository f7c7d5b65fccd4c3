import Model

/// The words of one column of a template: which of them are understood, and which are written.
///
/// Understood are, in this order of precedence: the partner's own words, category codes, labels in both languages, and
/// the words for missing values in both languages; all without regard to case. An empty cell is `notDelivered`.
struct ColumnTerms {
  let column: SourceColumn
  let variable: Variable
  /// Folded word to what it means.
  private(set) var meanings: [[UInt8]: Meaning] = [:]
  /// Words as they are shown in suggestions, in order of precedence.
  private(set) var shownWords: [String] = []

  enum Meaning: Equatable {
    case missing(Missing)
    /// The category, by its index.
    case category(Int)
    /// None of these, which is an answer.
    case emptySet
  }

  static let missingWords: [(missing: Missing, words: [String])] = [
    (.unknown, ["onbekend", "unknown"]),
    (.notAsked, ["niet gevraagd", "notAsked", "not asked"]),
    (.notApplicable, ["nvt", "n.v.t.", "niet van toepassing", "notApplicable", "not applicable"]),
    (.notDelivered, ["niet geleverd", "notDelivered", "not delivered"]),
  ]
  static let emptySetWords = ["geen", "none"]

  init(_ column: SourceColumn, variable: Variable) {
    self.column = column
    self.variable = variable
    for word in column.values.keys.sorted() { add(word, meaning(named: column.values[word, default: ""])) }
    for category in variable.categories { add(category.code, meaning(named: category.code)) }
    for category in variable.categories {
      for language in Language.allCases { add(category.label[language], meaning(named: category.code)) }
    }
    for (missing, words) in Self.missingWords {
      for word in words { add(word, .missing(missing)) }
    }
    if variable.kind == .set {
      for word in Self.emptySetWords { add(word, .emptySet) }
    }
  }

  private mutating func add(_ word: String, _ meaning: Meaning?) {
    let key = FoldedText.folded(word)
    guard let meaning, !key.isEmpty, meanings[key] == nil else { return }
    // A word with the separator in it could not be told from two words.
    if variable.kind == .set, word.contains(column.separator) { return }
    meanings[key] = meaning
    shownWords.append(word)
  }

  private func meaning(named word: String) -> Meaning? {
    Missing(word: word).map(Meaning.missing) ?? variable.index(ofCategory: word).map(Meaning.category)
  }

  /// The code that `values` in the folder gives a word of this meaning; nil for none of the categories of a set.
  func code(of word: String) -> String? {
    switch meaning(of: word) {
    case .missing(let missing): missing.word
    case .category(let index): variable.categories[index].code
    case .emptySet, nil: nil
    }
  }

  func meaning(of word: String) -> Meaning? { meanings[FoldedText.folded(word)] }

  // MARK: Writing

  /// The word that is written for a category: the partner's, else the code, else a label; always one that is read back.
  func word(forCategory index: Int) -> String? {
    let category = variable.categories[index]
    let partners = column.values.keys.sorted().filter { column.values[$0] == category.code }
    let candidates = partners + [category.code, category.label.nl, category.label.en]
    return candidates.first { meaning(of: $0) == .category(index) }
  }

  /// The word that is written for a missing value; an empty cell for what was not delivered.
  func word(for missing: Missing) -> String? {
    if missing == .notDelivered, !column.isRequired { return "" }
    let partners = column.values.keys.sorted().filter { column.values[$0] == missing.word }
    let common = Self.missingWords.first { $0.missing == missing }?.words ?? []
    return (partners + common).first { meaning(of: $0) == .missing(missing) }
  }

  var wordForEmptySet: String? { Self.emptySetWords.first { meaning(of: $0) == .emptySet } }

  /// The words a template offers: the partner's own where there are any, else the Dutch labels.
  var offeredWords: [String] {
    var words: [String] = []
    for (index, category) in variable.categories.enumerated() {
      let partners = column.values.keys.sorted().filter { column.values[$0] == category.code }
      let candidates = partners + [category.label.nl, category.code]
      words += candidates.first { meaning(of: $0) == .category(index) }.map { [$0] } ?? []
    }
    for missing in [Missing.unknown, .notApplicable, .notAsked] {
      let partners = column.values.keys.sorted().filter { column.values[$0] == missing.word }
      words += partners.prefix(1)
    }
    return words
  }
}
