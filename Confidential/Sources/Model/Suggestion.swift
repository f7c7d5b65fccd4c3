/// The known word most like a misspelt one, if any is near enough to be meant.
///
/// Distance is Damerau-Levenshtein with adjacent transpositions (optimal string alignment); near enough is at most a
/// third of the longer word's length, and at least one edit. Ties go to the earlier word. A text of more than
/// `longestMisspelling` bytes is no misspelt word: nothing is looked for.
public func suggestion(for word: String, among known: [String]) -> String? {
  guard word.utf8.count <= longestMisspelling else { return nil }
  var best: (word: String, distance: Int)?
  let letters = Array(word.lowercased().unicodeScalars)
  for candidate in known where candidate.utf8.count <= longestMisspelling {
    let other = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, max(letters.count, other.count) / 3)
    guard abs(letters.count - other.count) <= limit else { continue }
    let distance = alignmentDistance(letters, other)
    if distance <= limit, distance < (best?.distance ?? Int.max) { best = (candidate, distance) }
  }
  return best?.word
}

/// Bytes; the longest words that people are offered are headers and categories of some sixty letters.
private let longestMisspelling = 120

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost one each.
func alignmentDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
  var beforeLast = Array(repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  var current = beforeLast
  for i in 0..<left.count {
    current[0] = i + 1
    for j in 0..<right.count {
      let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
      var cost = min(last[j + 1] + 1, current[j] + 1, substitution)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      current[j + 1] = cost
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[right.count]
}
