/// How likely one number was printed for another, by their digits.
enum Misprint {
  /// Digits to change, two of them swapped counting as one; for numbers of different lengths the longer one's digits
  /// and the difference, which is more than any change of digits.
  static func distance(from old: Double, to new: Double) -> Int {
    let (left, right) = (Array(NumberText.plain(old)), Array(NumberText.plain(new)))
    guard left.count == right.count else { return abs(left.count - right.count) + max(left.count, right.count) }
    let differing = left.indices.filter { left[$0] != right[$0] }
    if isTransposition(old, new) { return 1 }
    return differing.count
  }

  /// Whether two digits have changed places, and all others are the same.
  static func isTransposition(_ old: Double, _ new: Double) -> Bool {
    let (left, right) = (Array(NumberText.plain(old)), Array(NumberText.plain(new)))
    let differing = left.count == right.count ? left.indices.filter { left[$0] != right[$0] } : []
    return differing.count == 2 && left[differing[0]] == right[differing[1]]
      && left[differing[1]] == right[differing[0]]
  }
}
