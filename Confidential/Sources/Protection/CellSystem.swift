/// Everything published, as one system: cells, of which some are known, and the relations between them.
///
/// Cells are numbered from 0. A relation says lower <= Σ coefficient · cell <= upper, all whole numbers; an equation has
/// lower = upper. A cell without a value was hidden or never printed; of those an intruder knows a lower and perhaps an
/// upper bound.
public struct CellSystem: Equatable, Sendable {
  /// What is printed; nil where nothing is.
  public var values: [Int?]
  /// What an intruder knows of a cell that is not printed: at least this.
  public var lowers: [Int]
  /// And at most this; nil where nothing is known.
  public var uppers: [Int?]
  public private(set) var relations = Relations()

  public init(values: [Int?], lower: Int = 0) {
    self.values = values
    lowers = [Int](repeating: lower, count: values.count)
    uppers = [Int?](repeating: nil, count: values.count)
  }

  public var count: Int { values.count }

  /// Adds a cell of which an intruder knows nothing but its value, if it has one.
  public mutating func append(value: Int?) {
    values.append(value)
    lowers.append(0)
    uppers.append(nil)
  }

  /// Adds Σ parts = whole and returns the number of the relation.
  @discardableResult
  public mutating func addSum(of parts: [Int], equals whole: Int) -> Int {
    relations.append(parts.map { Term($0, 1) } + [Term(whole, -1)], lower: 0, upper: 0)
  }

  /// Adds lower <= Σ terms <= upper and returns its number.
  @discardableResult
  public mutating func addRelation(_ terms: [Term], lower: Int?, upper: Int?) -> Int {
    relations.append(terms, lower: lower, upper: upper)
  }

  /// A cell with what it is multiplied by.
  public struct Term: Equatable, Sendable {
    public var cell: Int
    public var coefficient: Int

    public init(_ cell: Int, _ coefficient: Int) { (self.cell, self.coefficient) = (cell, coefficient) }
  }

  /// The relations, packed one after another.
  public struct Relations: Equatable, Sendable {
    private(set) var starts: [Int] = [0]
    private(set) var terms: [Term] = []
    private(set) var lowers: [Int?] = []
    private(set) var uppers: [Int?] = []

    public var count: Int { lowers.count }
    public subscript(index: Int) -> ArraySlice<Term> { terms[starts[index]..<starts[index + 1]] }

    mutating func append(_ new: [Term], lower: Int?, upper: Int?) -> Int {
      terms += new
      starts.append(terms.count)
      lowers.append(lower)
      uppers.append(upper)
      return lowers.count - 1
    }
  }

  /// Relations that the printed cells alone contradict, in order.
  public func contradicted() -> [Int] {
    (0..<relations.count).filter { index in
      var sum = 0
      for term in relations[index] {
        guard let value = values[term.cell] else { return false }
        sum += term.coefficient * value
      }
      return !Self.holds(sum, relations.lowers[index], relations.uppers[index])
    }
  }

  /// The same system without these relations.
  public func without(relations dropped: Set<Int>) -> CellSystem {
    var result = self
    result.relations = Relations()
    for index in 0..<relations.count where !dropped.contains(index) {
      _ = result.relations.append(
        Array(relations[index]), lower: relations.lowers[index], upper: relations.uppers[index])
    }
    return result
  }

  /// The same system with these cells hidden, each at least `lower` as an intruder knows.
  public func hiding(_ cells: some Sequence<Int>) -> CellSystem {
    var result = self
    for cell in cells { result.values[cell] = nil }
    return result
  }

  static func holds(_ sum: Int, _ lower: Int?, _ upper: Int?) -> Bool {
    (lower.map { sum >= $0 } ?? true) && (upper.map { sum <= $0 } ?? true)
  }
}
