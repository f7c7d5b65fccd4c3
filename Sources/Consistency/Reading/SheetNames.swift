/// Names of rows, and of columns, that tell them apart.
///
/// Where several have one name and other numbers, each is named after what it stands under or beside as well, or after its
/// place on the sheet. Those with mostly the same numbers are one row printed twice, and keep their name.
struct SheetNames {
  /// Of each row or column, from the outer label to the inner one.
  private(set) var paths: [[String]]

  /// - Parameters:
  ///   - paths: Labels of each row or column.
  ///   - contexts: What each stands under or beside, if anything says so.
  ///   - places: Row numbers or column letters of the sheet.
  ///   - numbers: The printed numbers of each, empty where there is none.
  init(_ paths: [[String]], contexts: [String], places: [String], numbers: [[String]]) {
    self.paths = paths
    let groups = Dictionary(grouping: paths.indices, by: { paths[$0] })
    for path in groups.keys where groups[path].map({ $0.count > 1 }) ?? false {
      let group = groups[path] ?? []
      guard let last = path.lastIndex(where: { !$0.isEmpty }), !Self.areOne(group.map { numbers[$0] }) else { continue }
      let named = group.map { contexts[$0] }
      let isTold = !named.contains("") && Set(named).count == named.count
      for (index, member) in group.enumerated() {
        self.paths[member][last] += " (\(isTold ? named[index] : places[member]))"
      }
    }
  }

  /// Whether each of them has, in most places, the number of the first.
  private static func areOne(_ numbers: [[String]]) -> Bool {
    guard let first = numbers.first else { return false }
    return numbers.dropFirst().allSatisfy { other in
      let both = zip(first, other).filter { !$0.isEmpty && !$1.isEmpty }
      return !both.isEmpty && 2 * both.count(where: { $0 == $1 }) > both.count
    }
  }
}
