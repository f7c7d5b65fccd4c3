internal import Model

/// Findings of one kind about many numbers of one column or row, told once.
///
/// Where a column fits what it was computed from in most rows and in dozens it does not, that is one thing to say: another base,
/// another year, or numbers of another edition.
struct RepeatedFindings {
  /// So many are told one by one. A decision.
  private static let most = 8
  private static let named = 3

  /// What is told by itself however often it is there: places of a text, files, and the same number elsewhere.
  private static let single: Set<Contradiction.Kind> = [
    .reading, .text, .claim, .revision, .crossFigure, .base, .plausibility,
  ]

  private struct Key: Hashable {
    var figure: String
    var kind: Contradiction.Kind
    var dimension: TableCell.Dimension
  }

  /// - Returns: The same, each group of many at the place of its first.
  static func joined(_ found: [Contradiction]) -> [Contradiction] {
    var groups: [Key: [Int]] = [:]
    for (index, one) in found.enumerated() { for key in keys(of: one) { groups[key, default: []].append(index) } }
    var heads: [Int: (key: Key, others: [Int])] = [:]
    var gone: Set<Int> = []
    // The largest first; of two that are as large the one that begins first.
    let order = groups.filter { $0.value.count > most }.sorted {
      ($0.value.count, $1.value[0], $1.key.dimension.name) > ($1.value.count, $0.value[0], $0.key.dimension.name)
    }
    for (key, members) in order {
      let left = members.filter { !gone.contains($0) && heads[$0] == nil }
      guard left.count > most else { continue }
      heads[left[0]] = (key, Array(left.dropFirst()))
      gone.formUnion(left.dropFirst())
    }
    return found.indices.filter { !gone.contains($0) }.map { index in
      heads[index].map { told(found[index], $0.others.map { found[$0] }, $0.key.dimension) } ?? found[index]
    }
  }

  private static func keys(of one: Contradiction) -> [Key] {
    guard !single.contains(one.kind), let cell = one.cells.first else { return [] }
    return cell.dimensions.map { Key(figure: one.figure, kind: one.kind, dimension: $0) }
  }

  private static func told(
    _ first: Contradiction, _ others: [Contradiction], _ shared: TableCell.Dimension
  ) -> Contradiction {
    let cells = others.compactMap(\.cells.first)
    let names = cells.map { cell in
      cell.dimensions.filter { $0 != shared }.map(\.value).joined(separator: ", ")
    }
    let list = names.prefix(named).joined(separator: "; ")
    let rest = names.count - min(named, names.count)
    var told = first
    told.cells += cells
    // Where so many do not fit, nothing tells that it is each of these.
    told.certainty = first.certainty.map { _ in .open }
    told.severity = others.allSatisfy { $0.severity == first.severity } ? first.severity : .error
    let (dutch, english) = (rest > 0 ? " en \(rest) andere" : "", rest > 0 ? " and \(rest) others" : "")
    told.sentence.nl +=
      " Zo klopt het ook niet bij \(names.count) andere getallen van ‘\(shared.value)’: \(list)\(dutch)."
    told.sentence.en += " \(names.count) more numbers of ‘\(shared.value)’ do not fit either: \(list)\(english)."
    return told
  }
}
