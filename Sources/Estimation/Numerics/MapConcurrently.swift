/// Applies a pure function to every element, at most `threads` at a time; results in the order of the elements.
///
/// What a call computes may depend on its element only, so the number of threads reaches no result.
func mapConcurrently<Element: Sendable, Result: Sendable>(
  _ elements: [Element], threads: Int, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  guard threads > 1, elements.count > 1 else { return elements.map(transform) }
  var results = [Result?](repeating: nil, count: elements.count)
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    for _ in 0..<min(threads, elements.count) {
      let index = next
      group.addTask { (index, transform(elements[index])) }
      next += 1
    }
    for await (finished, result) in group {
      results[finished] = result
      if next < elements.count {
        let index = next
        group.addTask { (index, transform(elements[index])) }
        next += 1
      }
    }
  }
  return results.compactMap { $0 }
}
