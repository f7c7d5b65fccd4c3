internal import Disclosure
package import Model

/// Whether numbers are about what their sentence is about, where both can be known.
///
/// A sentence that names a row or a column of the figure, or a source, is about those. Numbers of that figure from another row
/// or column, and numbers that another source delivered, bear nothing in it: *de inspectie meldde meer* beside a claim about
/// the police.
struct SubjectCheck {
  let lookup: FigureLookup
  let language: Language

  /// A word of a label counts from four letters on: shorter ones are words of any sentence.
  private static let shortest = 4

  /// - Parameter words: Those of the sentence, folded as `ReadLetters` does.
  func agree(_ terms: [Term], with words: [String]) -> Bool {
    let calls = terms.flatMap(\.everyCall).filter { !$0.keys.isEmpty && $0.function != .constant }
    let byFigure = Dictionary(grouping: calls) { Call.plainFigure($0.keys[0].text) }
    return agreeOnSources(calls, words)
      && byFigure.values.allSatisfy { own in
        guard let shape = try? lookup.table(own[0].keys[0]).shape else { return true }
        return agreeOnRows(own, shape, words) && agreeOnColumns(own, shape, words)
      }
  }

  // MARK: Rows and columns

  private func agreeOnRows(_ calls: [Call], _ shape: TableShape, _ words: [String]) -> Bool {
    let labels = shape.rows.map { $0.isTotal || $0.isSummary ? "" : $0.label[language] }
    let read = calls.flatMap { call -> [Int] in
      if call.function == .total { return lookup.totalRow(of: shape).map { [$0] } ?? [] }
      guard Self.functionsWithRow.contains(call.function), call.keys.count > 1 else { return [] }
      return (try? lookup.rows(call.keys[1], in: shape)) ?? []
    }
    return agree(read, named: named(labels, in: words))
  }

  private func agreeOnColumns(_ calls: [Call], _ shape: TableShape, _ words: [String]) -> Bool {
    let labels = shape.columns.map { $0.isTotal ? "" : $0.label[language] }
    let read = calls.flatMap { call -> [Int] in
      guard Self.functionsWithColumn.contains(call.function), call.keys.count > 2 else { return [] }
      return (try? lookup.columns(call.keys[2], in: shape)) ?? []
    }
    return agree(read, named: named(labels, in: words))
  }

  private static let functionsWithRow: Set<FunctionName> = [
    .count, .value, .share, .change, .difference, .rank, .lowest, .highest, .lowestSince, .highestSince, .rate,
  ]
  private static let functionsWithColumn: Set<FunctionName> = [.count, .value, .share, .rank, .rate]

  private func agree(_ read: [Int], named: Set<Int>) -> Bool {
    read.isEmpty || named.isEmpty || read.contains(where: named.contains)
  }

  // MARK: Sources

  private func agreeOnSources(_ calls: [Call], _ words: [String]) -> Bool {
    let labels = lookup.sources.map { $0.label[language] }
    let named = named(labels, in: words)
    let figures = Set(calls.map { Call.plainFigure($0.keys[0].text) })
    let read = lookup.sources.indices.filter { index in
      lookup.sources[index].figures.contains { figures.contains(Call.plainFigure($0)) }
    }
    return agree(read, named: named)
  }

  // MARK: Words

  /// The labels of which a word that no other label has stands among these.
  private func named(_ labels: [String], in words: [String]) -> Set<Int> {
    let parts = labels.map { label in
      Set(
        ReadLetters.folded(label).split(whereSeparator: { !$0.isLetter }).map(String.init).filter {
          $0.count >= Self.shortest && !CountedNouns.isPlain($0)
        })
    }
    var counts: [String: Int] = [:]
    for part in parts { for word in part { counts[word, default: 0] += 1 } }
    return Set(
      parts.indices.filter { index in
        parts[index].contains { part in counts[part] == 1 && words.contains { Self.isForm($0, of: part) } }
      })
  }

  /// The word itself or with an ending: `minderjarigen` of `minderjarig`.
  private static func isForm(_ word: String, of part: String) -> Bool {
    word == part || part.count > shortest && word.hasPrefix(part) && word.count <= part.count + 2
  }
}

/// A source of counts with the figures that show what it delivers.
package struct SourceFigures: Sendable {
  package var label: LocalizedText
  package var figures: [String]

  package init(label: LocalizedText, figures: [String]) {
    self.label = label
    self.figures = figures
  }
}
