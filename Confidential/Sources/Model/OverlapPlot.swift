/// Which lists share how many persons: a column of dots for each combination, with a bar of its persons above it.
///
/// In a narrow place combinations become rows. The largest combinations are drawn; the table has all.
public struct OverlapPlot: Equatable, Sendable {
  public struct List: Equatable, Sendable {
    public var name: String
    public var persons: Int
    public init(name: String, persons: Int) {
      self.name = name
      self.persons = persons
    }
  }

  public struct Combination: Equatable, Sendable {
    /// Indices of `lists`; persons on exactly these.
    public var members: [Int]
    public var persons: Int
    public init(members: [Int], persons: Int) {
      self.members = members
      self.persons = persons
    }
  }

  public var lists: [List]
  public var combinations: [Combination]

  public init(lists: [List], combinations: [Combination]) {
    self.lists = lists
    self.combinations = combinations
  }
}
