/// A higher minimum for counts about certain dimensions: those of one municipality, or of one form of exploitation in an area.
public struct StricterMinimum: Equatable, Sendable, Encodable {
  /// A dimension that a count names, and the category where it is about one.
  public struct About: Equatable, Sendable, Encodable {
    public var dimension: String
    public var category: String?

    /// Reads `municipality`, or `form=organ removal`; nil where either side is empty.
    public init?(_ text: String) {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      guard sides.allSatisfy({ !$0.isEmpty }), let first = sides.first else { return nil }
      (dimension, category) = (first, sides.count > 1 ? sides[1] : nil)
    }

    /// Whether a count of this category is meant; upper and lower case are the same.
    public func matches(_ dimension: String, _ category: String) -> Bool {
      dimension.lowercased() == self.dimension.lowercased()
        && (self.category.map { $0.lowercased() == category.lowercased() } ?? true)
    }
  }

  /// All of these a count has to be about; a total over a dimension is not about it.
  public var about: [About]
  public var minimum: Int

  public init(about: [About], minimum: Int) { (self.about, self.minimum) = (about, minimum) }

  public func applies(to categories: [(dimension: String, category: String)]) -> Bool {
    about.allSatisfy { about in categories.contains { about.matches($0.dimension, $0.category) } }
  }
}

extension [StricterMinimum] {
  /// The highest minimum for a count about these categories; nil where none is stricter.
  public func minimum(about categories: [(dimension: String, category: String)]) -> Int? {
    lazy.filter { $0.applies(to: categories) }.map(\.minimum).max()
  }

  /// Dimensions that are named here and not among those that there are.
  public func unknown(among dimensions: Set<String>) -> [String] {
    let known = Set(dimensions.map { $0.lowercased() })
    return flatMap(\.about).map(\.dimension).filter { !known.contains($0.lowercased()) }
  }
}
