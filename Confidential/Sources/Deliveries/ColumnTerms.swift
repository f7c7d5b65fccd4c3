import Model

/// The words of one column of a template: which of them are understood, and which are written.
///
/// Understood are, in this order of precedence: the partner's own words, category codes, labels in both languages, and
/// the words for missing values in both languages; all without regard to case. An empty cell is `notDelivered`.
struct ColumnTerms {
  let column: SourceColumn
  let variable: Variable
  /// Folded word to packed code: 0...3 for missing values, `Packing.firstCategory + i` for category i.
  private(set) var codes: [[UInt8]: Int] = [:]
  /// Words as they are shown in suggestions, in order of precedence.
  private(set) var shownWords: [String] = []

  /// The code of the empty set, which is an answer: none of these.
  static let emptySet = -1

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
    for word in column.values.keys.sorted() { add(word, code: code(named: column.values[word, default: ""])) }
    for category in variable.categories { add(category.code, code: code(named: category.code)) }
    for category in variable.categories {
      for language in Language.allCases { add(category.label[language], code: code(named: category.code)) }
    }
    for (missing, words) in Self.missingWords {
      for word in words { add(word, code: Int(missing.rawValue)) }
    }
    if variable.kind == .set {
      for word in Self.emptySetWords { add(word, code: Self.emptySet) }
    }
  }

  private mutating func add(_ word: String, code: Int?) {
    let key = FoldedText.folded(word)
    guard let code, !key.isEmpty, codes[key] == nil else { return }
    // A word with the separator in it could not be told from two words.
    if variable.kind == .set, word.contains(column.separator) { return }
    codes[key] = code
    shownWords.append(word)
  }

  private func code(named word: String) -> Int? {
    if let missing = Missing(word: word) { return Int(missing.rawValue) }
    return variable.index(ofCategory: word).map { $0 + Packing.firstCategory }
  }

  func code(of word: String) -> Int? { codes[FoldedText.folded(word)] }

  // MARK: Writing

  /// The word that is written for a category: the partner's, else the code, else a label; always one that is read back.
  func word(forCategory index: Int) -> String? {
    let category = variable.categories[index]
    let partners = column.values.keys.sorted().filter { column.values[$0] == category.code }
    let candidates = partners + [category.code, category.label.nl, category.label.en]
    return candidates.first { code(of: $0) == index + Packing.firstCategory }
  }

  /// The word that is written for a missing value; an empty cell for what was not delivered.
  func word(for missing: Missing) -> String? {
    if missing == .notDelivered, !column.isRequired { return "" }
    let partners = column.values.keys.sorted().filter { column.values[$0] == missing.word }
    let common = Self.missingWords.first { $0.missing == missing }?.words ?? []
    return (partners + common).first { code(of: $0) == Int(missing.rawValue) }
  }

  var wordForEmptySet: String? { Self.emptySetWords.first { code(of: $0) == Self.emptySet } }

  /// The words a template offers: the partner's own where there are any, else the Dutch labels.
  var offeredWords: [String] {
    var words: [String] = []
    for (index, category) in variable.categories.enumerated() {
      let partners = column.values.keys.sorted().filter { column.values[$0] == category.code }
      let candidates = partners + [category.label.nl, category.code]
      words += candidates.first { code(of: $0) == index + Packing.firstCategory }.map { [$0] } ?? []
    }
    for missing in [Missing.unknown, .notApplicable, .notAsked] {
      let partners = column.values.keys.sorted().filter { column.values[$0] == missing.word }
      words += partners.prefix(1)
    }
    return words
  }
}
