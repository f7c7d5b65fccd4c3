/// A hierarchical log-linear model of lists and covariates: sets of variables, with every subset of a set in it.
public struct CovariateModel: Equatable, Sendable {
  /// Terms as bits over the variables: the lists first, then the covariates. The empty set and singles are in it.
  private(set) var terms: [UInt32]
  public let variables: [String]

  /// The main effects of all lists and covariates.
  init(mainEffectsOf table: CovariateTable) {
    variables = table.lists + table.covariates.map(\.name)
    terms = [0] + variables.indices.map { 1 << UInt32($0) }
  }

  /// Reads `A*b + B*a + a*b`, with `:` for the same; nil when a name is not a variable of the table.
  ///
  /// Only the variables that are named are in the model; a covariate left out is one on which nothing depends.
  init?(_ formula: String, for table: CovariateTable) {
    variables = table.lists + table.covariates.map(\.name)
    terms = [0]
    for part in formula.split(separator: "+") {
      var term: UInt32 = 0
      for name in part.split(whereSeparator: { $0 == "*" || $0 == ":" }) {
        let trimmed = name.filter { $0 != " " }
        guard let index = variables.firstIndex(of: trimmed) else { return nil }
        term |= 1 << UInt32(index)
      }
      add(term)
    }
  }

  mutating func add(_ term: UInt32) {
    var subset = term
    while subset != 0 {
      if !terms.contains(subset) { terms.append(subset) }
      subset = (subset - 1) & term
    }
    terms.sort(by: canonicallyPrecedes)
  }

  /// `S3:region`, as formulas write it.
  public func name(of term: UInt32) -> String {
    variables.indices.filter { term & (1 << UInt32($0)) != 0 }.map { variables[$0] }.joined(separator: ":")
  }

  /// The terms that are in no other term, joined by plus signs.
  public var formula: String {
    terms.filter { term in term != 0 && !terms.contains { $0 != term && $0 & term == term } }
      .map(name(of:)).joined(separator: " + ")
  }

  /// The main effects and every pair of variables.
  public static func allPairs(of table: CovariateTable) -> CovariateModel {
    var model = CovariateModel(mainEffectsOf: table)
    for pair in listSets(of: 2, among: model.variables.count) { model.add(pair) }
    return model
  }
}
