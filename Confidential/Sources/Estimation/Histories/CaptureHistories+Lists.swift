/// Explicit changes of the lists. Each moves the estimate; whoever does it says so.
extension CaptureHistories {
  /// Two or more lists become one: a person on any of them is on the merged list.
  ///
  /// The merged list stands where the first of them stood. No person is lost; overlaps between the merged lists are.
  ///
  /// - Throws: `CaptureHistoryError.unknownListName`, and what the initialiser throws when fewer than two lists or no
  ///   overlap is left.
  package func merging(_ names: [String], into name: String) throws(CaptureHistoryError) -> CaptureHistories {
    let merged = try indices(of: names)
    guard let first = merged.min() else { return self }
    let kept = lists.indices.filter { !merged.contains($0) || $0 == first }
    let mask = merged.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
    return try remapped(to: kept.map { $0 == first ? name : lists[$0] }) { history in
      var result: UInt32 = 0
      for (position, list) in kept.enumerated() {
        let bits = list == first ? mask : 1 << UInt32(list)
        if history & bits != 0 { result |= 1 << UInt32(position) }
      }
      return result
    }
  }

  /// Without these lists. Persons who were on no other list leave the table: they join the hidden.
  ///
  /// - Throws: as `merging(_:into:)`.
  public func dropping(_ names: [String]) throws(CaptureHistoryError) -> CaptureHistories {
    let dropped = try indices(of: names)
    let kept = lists.indices.filter { !dropped.contains($0) }
    return try remapped(to: kept.map { lists[$0] }) { history in
      var result: UInt32 = 0
      for (position, list) in kept.enumerated() where history & (1 << UInt32(list)) != 0 {
        result |= 1 << UInt32(position)
      }
      return result
    }
  }

  private func indices(of names: [String]) throws(CaptureHistoryError) -> [Int] {
    var found: [Int] = []
    for name in names {
      guard let index = lists.firstIndex(of: name) else { throw .unknownListName(name) }
      found.append(index)
    }
    return found
  }

  private func remapped(
    to lists: [String], by map: (UInt32) -> UInt32
  ) throws(CaptureHistoryError) -> CaptureHistories {
    var sums: [UInt32: Int] = [:]
    for entry in entries { sums[map(entry.history), default: 0] += entry.count }
    sums[0] = nil
    let entries = sums.map { Entry(history: $0.key, count: $0.value) }
    return try CaptureHistories(lists: lists, entries: entries, allowingRounded: true)
  }
}
