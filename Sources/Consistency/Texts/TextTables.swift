/// The figures of a report, ready to be looked up by the words of a sentence.
struct TextTables {
  let cells: [TableCell]
  private(set) var figures: [TextFigure] = []
  /// Labels by the first three letters of their first word.
  private var index: [String: [Name]] = [:]
  /// Labels that are a year.
  private var years: [Int: [Name]] = [:]

  /// Where a label stands.
  struct Name: Hashable {
    var figure, axis, label: Int
  }

  /// Figures of more cells are looked up by their labels as well, but no more than so many labels of one axis: registers
  /// of thousands of names are not what a sentence speaks of by chance. A decision.
  private static let mostLabels = 5000

  init(_ report: PublishedReport) {
    cells = report.cells
    let titles = Dictionary(report.figures.map { ($0.figure, $0.title) }, uniquingKeysWith: { first, _ in first })
    let arithmetic = Arithmetic(cells)
    figures = arithmetic.figures.filter { !$0.grid.blocks.isEmpty }.map {
      TextFigure($0, cells: cells, title: titles[$0.grid.figure] ?? "")
    }
    for (figure, each) in figures.enumerated() {
      for (axis, names) in each.axes.enumerated() {
        for (label, name) in names.labels.enumerated().dropFirst().prefix(Self.mostLabels) {
          guard let first = name.words.first else { continue }
          let place = Name(figure: figure, axis: axis, label: label)
          index[String(first.prefix(3)), default: []].append(place)
          if name.words.count == 1, name.years.count == 1 { years[name.years[0], default: []].append(place) }
        }
      }
    }
  }

  /// Whether claims are one by their numbers: a table that stands there twice gives it twice.
  func agree(_ claims: [WordClaims.Claim]) -> Bool {
    Set(claims.map { $0.cells.map { cells[$0].value } }).count == 1
  }

  func label(_ name: Name) -> TextLabel { figures[name.figure].axes[name.axis].labels[name.label] }

  /// The labels of a year that a sentence counts from another.
  func mentions(of relative: RelativeYears.Found) -> [Mention] {
    (years[relative.year] ?? []).map { Mention(name: $0, tokens: Set(relative.tokens)) }
  }

  /// A label that a sentence names, and by which tokens.
  struct Mention: Hashable {
    var name: Name
    var tokens: Set<Int>
  }

  /// The labels that tokens name; of those that share tokens the longest.
  func mentions(in tokens: [TextToken]) -> [Mention] {
    let parts = tokens.map { token in
      token.kind == .word && token.folded.contains("-") && !token.folded.contains(where: \.isNumber)
        ? [token.folded] + token.folded.split(separator: "-").map(String.init) : [token.folded]
    }
    var found: [Mention] = []
    for (place, words) in parts.enumerated() where tokens[place].kind != .mark {
      for word in words {
        for name in index[String(word.prefix(3))] ?? [] {
          if let mention = mention(of: name, at: place, tokens, parts) { found.append(mention) }
        }
      }
    }
    let unique = Array(Set(found))
    return unique.filter { one in
      !unique.contains { other in
        other.tokens.count > one.tokens.count && other.tokens.isSuperset(of: one.tokens)
      }
    }
    .sorted { left, right in
      let (one, other) = (left.tokens.min() ?? 0, right.tokens.min() ?? 0)
      return (one, left.name.figure, left.name.axis, left.name.label)
        < (other, right.name.figure, right.name.axis, right.name.label)
    }
  }

  private func mention(of name: Name, at start: Int, _ tokens: [TextToken], _ parts: [[String]]) -> Mention? {
    let label = label(name)
    if label.isCode, tokens[start].text != label.text { return nil }
    // A word that a label writes with a capital is not the common word of the same letters, unless an article makes it
    // a noun: French *sur* and Spanish *el sur*.
    if label.words.count == 1, label.text.first?.isUppercase == true, label.isVague == false,
      TextWords.function.contains(label.words[0]), tokens[start].folded == label.words[0],
      tokens[start].text.first?.isUppercase != true || start == 0,
      start == 0 || !TextWords.articles.contains(tokens[start - 1].folded)
    {
      return nil
    }
    var taken: Set<Int> = []
    for word in label.words {
      let window = max(0, start - 0)..<min(tokens.count, start + label.words.count + 3)
      guard
        let place = window.first(where: { place in
          tokens[place].kind != .mark
            && parts[place].contains { isNamed(word, by: $0) || isCompound($0, word, label, name) }
            && (!taken.contains(place) || parts[place].count > 1)
        })
      else { return nil }
      taken.insert(place)
    }
    return taken.contains(start) ? Mention(name: name, tokens: taken) : nil
  }

  /// A word of a label in another form. What means nothing in running text is none by its last letters alone: *está* is
  /// not *Este*, and *man* is *Mannen*.
  private func isNamed(_ word: String, by token: String) -> Bool {
    word == token
      || WordForms.areSame(token, word)
        && (token.count != word.count || !TextWords.function.contains(token))
  }

  /// *politiemeldingen*: a label of one word, with what its figure counts behind it.
  private func isCompound(_ token: String, _ word: String, _ label: TextLabel, _ name: Name) -> Bool {
    label.words.count == 1 && WordForms.isCompound(token, of: word, heads: figures[name.figure].subject)
  }
}
