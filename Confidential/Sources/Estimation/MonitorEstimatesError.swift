public import Model

/// Why an estimate of a monitor, or a number derived from one, cannot be made.
public enum MonitorEstimatesError: Error, Equatable, Sendable {
  /// The lists of an estimate give no histories.
  case lists(estimate: String, ListedPersonsError)
  case estimation(EstimationError)
  /// A derived number cannot be computed from what the plan names.
  case derived(name: String, DerivedProblem)

  /// What a plan of a derived number asks for and is not there.
  public enum DerivedProblem: Equatable, Sendable {
    /// A share of nobody.
    case wholeIsZero
    case methodNotOnCard(String, estimate: String)
    case methodWithoutNumber(String, estimate: String)
    case noTable(String)
    case noRow(String, in: String, among: [String])
    case noColumn(String, in: String, among: [String])
    case cellWithoutNumber(row: String, column: String, in: String)
  }

  public var message: LocalizedText {
    switch self {
    case .estimation(let error): error.text
    case .lists(let name, let error):
      LocalizedText(
        nl: "figures.yaml, schatting \(name): \(error.text.nl)", en: "figures.yaml, estimate \(name): \(error.text.en)")
    case .derived(let name, let problem):
      LocalizedText(
        nl: "figures.yaml, afgeleid getal \(name): \(problem.text.nl)",
        en: "figures.yaml, derived number \(name): \(problem.text.en)")
    }
  }
}

extension MonitorEstimatesError.DerivedProblem {
  fileprivate var text: LocalizedText {
    switch self {
    case .wholeIsZero:
      LocalizedText(nl: "het geschatte aantal is nul.", en: "the estimated number is nought.")
    case .methodNotOnCard(let method, let name):
      LocalizedText(
        nl: "de methode \(method) past niet bij de lijsten van schatting \(name).",
        en: "the method \(method) does not suit the lists of estimate \(name).")
    case .methodWithoutNumber(let method, let name):
      LocalizedText(
        nl: "de methode \(method) geeft bij schatting \(name) geen getal; kies een andere.",
        en: "the method \(method) gives no number for estimate \(name); choose another.")
    case .noTable(let figure): LocalizedText(nl: "er is geen tabel \(figure).", en: "there is no table \(figure).")
    case .noRow(let word, let figure, let keys): unknown("rij", "row", word, among: keys, in: figure)
    case .noColumn(let word, let figure, let keys): unknown("kolom", "column", word, among: keys, in: figure)
    case .cellWithoutNumber(let row, let column, let figure):
      LocalizedText(
        nl: "de cel \(row), \(column) van \(figure) bevat geen getal.",
        en: "the cell \(row), \(column) of \(figure) holds no number.")
    }
  }

  private func unknown(
    _ nl: String, _ en: String, _ word: String, among keys: [String], in figure: String
  ) -> LocalizedText {
    let near = suggestion(for: word, among: keys)
    let all = keys.joined(separator: ", ")
    return LocalizedText(
      nl: "\(figure) heeft geen \(nl) \(word); " + (near.map { "bedoelt u \($0)?" } ?? "kies uit \(all)."),
      en: "\(figure) has no \(en) \(word); " + (near.map { "did you mean \($0)?" } ?? "choose from \(all)."))
  }
}
