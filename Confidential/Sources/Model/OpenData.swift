/// What a monitor opens beside its figures.
public struct OpenData: Equatable, Sendable {
  public var records: Records?

  public init(records: Records? = nil) { self.records = records }

  /// Records for researchers, with differential privacy.
  public struct Records: Equatable, Sendable {
    public var population: Figure.Population
    public var filter: Condition?
    /// Category variables with their fixed domains.
    public var dimensions: [Variable]
    /// How many dimensions are crossed at once.
    public var order: Int
    /// Zero-concentrated budgets, ρ, in millionths, so that they add up exactly.
    public var budget: Int
    public var totalBudget: Int
    /// In how many years the same person is counted at most.
    public var yearsPerPerson: Int

    public init(
      population: Figure.Population, filter: Condition?, dimensions: [Variable], order: Int, budget: Int,
      totalBudget: Int, yearsPerPerson: Int
    ) {
      self.population = population
      self.filter = filter
      self.dimensions = dimensions
      self.order = order
      self.budget = budget
      self.totalBudget = totalBudget
      self.yearsPerPerson = yearsPerPerson
    }
  }
}
