public import Model

/// What the lists of a table are called among people, so that no reader has to know `[12,3]` or letters.
///
/// `[12,3]` over the lists P, K and O, with labels for all of them, is *Politie × Marechaussee*: the pairs that a model
/// lets hang together. That every list has a length of its own goes without saying.
public struct ListNames: Equatable, Sendable {
  /// In the order of the table; empty where only names are known and no model can be read.
  let lists: [String]
  let labels: [String: LocalizedText]

  public init(_ lists: [String], labels: [String: LocalizedText] = [:]) {
    (self.lists, self.labels) = (lists, labels)
  }

  /// Lists by the names in their table, and models in their notation.
  static let plain = ListNames([])

  /// A list by its label, or by its name where it has none.
  public subscript(list: String) -> LocalizedText { labels[list] ?? LocalizedText(list) }

  /// Lists taken together: `Politie × Opvang`.
  public func together(_ lists: [String], by sign: String = " × ") -> LocalizedText {
    let labels = lists.map { self[$0] }
    return LocalizedText(
      nl: labels.map(\.nl).joined(separator: sign), en: labels.map(\.en).joined(separator: sign))
  }

  /// Several of them, with commas between.
  func enumerated(_ sets: [[String]]) -> LocalizedText {
    let all = sets.map { together($0) }
    return LocalizedText(
      nl: all.map(\.nl).joined(separator: ", "), en: all.map(\.en).joined(separator: ", "))
  }

  /// A model in words: what hangs together in it. What is no notation of lists (`Mth Chao`) stays as it is.
  public func model(_ notation: String) -> LocalizedText {
    guard let model = read(notation) else { return Self.counted(notation) }
    let terms = model.generators.filter { $0.nonzeroBitCount > 1 }
    let pairs = listSets(of: 2, among: lists.count)
    let missing = pairs.filter { !terms.contains($0) }
    if terms.isEmpty {
      return LocalizedText(nl: "geen lijsten hangen samen", en: "no lists hang together")
    }
    guard pairs.count > 1, missing.count <= pairs.count / 3, terms.allSatisfy({ $0.nonzeroBitCount == 2 }) else {
      return enumerated(terms)
    }
    let except = enumerated(missing)
    return missing.isEmpty
      ? LocalizedText(nl: "alle \(pairs.count) paren", en: "all \(pairs.count) pairs")
      : LocalizedText(nl: "alle paren behalve \(except.nl)", en: "all pairs except \(except.en)")
  }

  /// What a model has and has not that another one has: `met Politie × Opvang, zonder Politie × Marechaussee`. Nil where that
  /// is longer than the model itself.
  package func difference(of notation: String, from other: String) -> LocalizedText? {
    guard let model = read(notation), let base = read(other) else { return nil }
    let (own, theirs) = (model.terms.filter { $0.nonzeroBitCount > 1 }, base.terms.filter { $0.nonzeroBitCount > 1 })
    let (more, less) = (own.filter { !theirs.contains($0) }, theirs.filter { !own.contains($0) })
    guard !(more + less).isEmpty, (more + less).count <= own.count else { return nil }
    let (with, without) = (enumerated(more), enumerated(less))
    let dutch = [more.isEmpty ? nil : "met \(with.nl)", less.isEmpty ? nil : "zonder \(without.nl)"]
    let english = [more.isEmpty ? nil : "with \(with.en)", less.isEmpty ? nil : "without \(without.en)"]
    return LocalizedText(
      nl: dutch.compactMap(\.self).joined(separator: ", "), en: english.compactMap(\.self).joined(separator: ", "))
  }

  private func read(_ notation: String) -> HierarchicalModel? {
    guard !lists.isEmpty, notation.hasPrefix("[") else { return nil }
    return HierarchicalModel(lists: lists.count, notation: notation)
  }

  private func enumerated(_ terms: [UInt32]) -> LocalizedText {
    enumerated(terms.map { term in lists.indices.filter { term & (1 << UInt32($0)) != 0 }.map { lists[$0] } })
  }

  /// `193 models` and `10 classes` in both languages.
  private static func counted(_ text: String) -> LocalizedText {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]) else { return LocalizedText(text) }
    let number = Quantity(count)
    let (nl, en) = (number.formatted(in: .nl), number.formatted(in: .en))
    return switch parts[1] {
    case "models": LocalizedText(nl: "\(nl) modellen", en: "\(en) models")
    case "classes": LocalizedText(nl: "\(nl) klassen", en: "\(en) classes")
    default: LocalizedText(text)
    }
  }
}
