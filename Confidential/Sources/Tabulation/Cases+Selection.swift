package import Model

extension Cases {
  /// For each case whether it takes part.
  ///
  /// - Throws: `TabulationError` when the condition names a variable or value that the cases do not have.
  package func takingPart(
    of population: Figure.Population, filter: Condition?, for name: String
  ) throws(TabulationError) -> [Bool] {
    if case .after(let rule) = population, !exclusions.contains(rule) {
      throw .unknownExclusion(figure: name, rule: rule)
    }
    do {
      let selector = try CaseSelector(Selected(population, filter), self)
      return selector.selection(rowCount: columns.rowCount).map { $0 != 0 }
    } catch {
      throw TabulationError(error, figure: name)
    }
  }
}
