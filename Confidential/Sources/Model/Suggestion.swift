/// The known word most like a misspelt one, if any is near enough to be meant.
///
/// Distance is Damerau-Levenshtein with adjacent transpositions (optimal string alignment); near enough is at most a
/// third of the longer word's length, and at least one edit. Ties go to the earlier word.
public func suggestion(for word: String, among known: [String]) -> String? {
  var best: (word: String, distance: Int)?
  let letters = Array(word.lowercased())
  for candidate in known {
    let other = Array(candidate.lowercased())
    let limit = max(1, max(letters.count, other.count) / 3)
    guard abs(letters.count - other.count) <= limit else { continue }
    let distance = alignmentDistance(letters, other)
    if distance <= limit, distance < (best?.distance ?? Int.max) { best = (candidate, distance) }
  }
  return best?.word
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost one each.
func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in 0..<left.count {
    var current = [i + 1]
    for j in 0..<right.count {
      let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
      var cost = min(last[j + 1] + 1, current[j] + 1, substitution)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
