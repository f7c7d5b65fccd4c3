import Linkage
import Model
import ReviewPages
import Store

/// The values of two notifications, head by head.
struct ShownRows {
  private let facts: Notifications
  private let monitor: Monitor
  private let words: EvidenceWords
  private let language: Language

  init(_ facts: Notifications, _ monitor: Monitor, _ words: EvidenceWords, _ language: Language) {
    (self.facts, self.monitor, self.words, self.language) = (facts, monitor, words, language)
  }

  /// Where each comes from, what the details say, and what the variables say that linking looks at. A head under which
  /// neither says anything is left out.
  func rows(
    _ left: Int, _ right: Int, _ leftDetails: [RevealedDetail], _ rightDetails: [RevealedDetail]
  ) -> [ShownPair.Row] {
    let details = LinkageChoice.details.compactMap { field in
      compared(words.detail(field), value(field, leftDetails), value(field, rightDetails))
    }
    let evidence = LinkageChoice.Evidence.allCases.compactMap { evidence -> ShownPair.Row? in
      guard let name = monitor.linkage?.variables[evidence], let variable = facts.columns.variable(named: name) else {
        return nil
      }
      let label = variable.label[language]
      return compared(label.prefix(1).uppercased() + label.dropFirst(), known(name, left), known(name, right))
    }
    return origin(left, right) + details + evidence
  }

  private func origin(_ left: Int, _ right: Int) -> [ShownPair.Row] {
    func row(_ nl: String, _ en: String, _ value: (Int) -> String) -> ShownPair.Row {
      ShownPair.Row(
        label: LocalizedText(nl: nl, en: en)[language], left: value(left), right: value(right), comparison: .none)
    }
    return [
      row("Bron", "Source") { place in
        let name = delivery(place).source
        return monitor.source(named: name)?.label[language] ?? name
      },
      row("Jaar van melden", "Reporting year") { delivery($0).period },
      row("Rij in de levering", "Row in the delivery") { String(facts.sourceRow[$0]) },
    ]
  }

  private func delivery(_ row: Int) -> DeliverySummary { facts.deliveries[Int(facts.delivery[row])] }

  private func value(_ field: String, _ details: [RevealedDetail]) -> String {
    details.filter { $0.field == field }.map(\.value).joined(separator: ", ")
  }

  private func compared(_ label: String, _ left: String, _ right: String) -> ShownPair.Row? {
    guard !left.isEmpty || !right.isEmpty else { return nil }
    let comparison: ShownPair.Row.Comparison =
      left.isEmpty || right.isEmpty ? .oneMissing : left.lowercased() == right.lowercased() ? .same : .different
    return ShownPair.Row(label: label, left: left, right: right, comparison: comparison)
  }

  /// What a row says under a variable with one answer; empty where that is missing.
  private func known(_ name: String, _ row: Int) -> String {
    guard let index = facts.columns.index(of: name) else { return "" }
    let variable = facts.columns.variables[index]
    func label(_ code: CategoryCode) -> String {
      guard let category = code.category, variable.categories.indices.contains(category) else { return "" }
      return variable.categories[category].label[language]
    }
    switch facts.columns.columns[index] {
    case .category(let codes): return label(CategoryCode(codes[row]))
    case .wideCategory(let codes): return label(CategoryCode(codes[row]))
    case .number(let numbers): return NumberValue(numbers[row]).number.map { String($0) } ?? ""
    case .set: return ""
    }
  }
}
