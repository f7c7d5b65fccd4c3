/// The comparison of names in the clear that an encoding stands in for: to measure what the encoding loses.
enum ClearNames {
  /// The levels of `ContentAgreement`, with Jaro and Winkler's similarity in the place of filters: alike from 0.94 of all
  /// names together, or 0.85 of both parts, and one part from 0.90.
  static func agreement(_ left: StandardRecord, _ right: StandardRecord) -> ContentAgreement.Names {
    let (ours, theirs) = (left.forenames + left.surnames, right.forenames + right.surnames)
    guard !ours.isEmpty, !theirs.isEmpty else { return .missing }
    let skeletons = [ours, theirs].map { $0.map(NameSkeleton.of).sorted() }
    if skeletons[0] == skeletons[1] { return .same }
    if similarity(ours.sorted(), theirs.sorted()) >= 0.94 { return .similar }
    let straight = [similarity(left.forenames, right.forenames), similarity(left.surnames, right.surnames)]
    let crossed = [similarity(left.forenames, right.surnames), similarity(left.surnames, right.forenames)]
    if [straight, crossed].contains(where: { $0.allSatisfy { $0 >= 0.85 } }) { return .similar }
    if skeletons[0].contains(where: { skeletons[1].contains($0) }) { return .oneToken }
    return (straight + crossed).contains { $0 >= 0.9 } ? .onePart : .differ
  }

  private static func similarity(_ left: [String], _ right: [String]) -> Double {
    left.isEmpty || right.isEmpty
      ? 0 : jaroWinkler(Array(left.joined(separator: " ").utf8), Array(right.joined(separator: " ").utf8))
  }

  /// J = (m/|a| + m/|b| + (m − t)/m)/3 with m letters that match within half of the longer and t half of those out of
  /// order; and J + 0.1 · p · (1 − J) with p letters in common at the start, four at most (Winkler 1990).
  static func jaroWinkler(_ left: [UInt8], _ right: [UInt8]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    let window = max(0, max(left.count, right.count) / 2 - 1)
    var isTaken = [Bool](repeating: false, count: right.count)
    var ours: [UInt8] = []
    for (place, letter) in left.enumerated() {
      let (first, last) = (max(0, place - window), min(right.count - 1, place + window))
      guard first <= last, let match = (first...last).first(where: { !isTaken[$0] && right[$0] == letter }) else {
        continue
      }
      isTaken[match] = true
      ours.append(letter)
    }
    guard !ours.isEmpty else { return 0 }
    let theirs = right.indices.filter { isTaken[$0] }.map { right[$0] }
    let moved = Double(zip(ours, theirs).count { $0 != $1 } / 2)
    let matches = Double(ours.count)
    let jaro = (matches / Double(left.count) + matches / Double(right.count) + (matches - moved) / matches) / 3
    let prefix = Double(zip(left, right).prefix(4).prefix { $0 == $1 }.count)
    return jaro + 0.1 * prefix * (1 - jaro)
  }
}
