extension EstimatePlan {
  /// What becomes of each list after merging and dropping.
  public struct FinalLists: Equatable, Sendable {
    public var names: [String]
    /// For each list given, its place in `names`; nil when it is left out.
    public var places: [Int?]
  }

  /// The lists that are estimated from: a merged list stands where the first of its lists stood.
  ///
  /// - Precondition: names in `merged` and `dropped` exist, which reading the folder has checked.
  package func finalLists(of given: [String]) -> FinalLists {
    var names = given
    for merge in merged {
      guard let first = names.firstIndex(where: { merge.lists.contains($0) }) else { continue }
      names = Array(names[...first]) + names[(first + 1)...].filter { !merge.lists.contains($0) }
      names[first] = merge.name
    }
    names.removeAll { dropped.contains($0) }
    let places = given.map { list in
      var name = list
      for merge in merged where merge.lists.contains(name) { name = merge.name }
      return names.firstIndex(of: name)
    }
    return FinalLists(names: names, places: places)
  }
}
