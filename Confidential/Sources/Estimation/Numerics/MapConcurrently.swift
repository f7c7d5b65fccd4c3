import Model

/// Applies a pure function to every element, at most `threads` at a time; results in the order of the elements.
///
/// What a call computes may depend on its element only, so the number of threads reaches no result.
func mapConcurrently<Element: Sendable, Result: Sendable>(
  _ elements: [Element], threads: Int, progress: ProgressSink? = nil,
  _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  var results = [Result?](repeating: nil, count: elements.count)
  var done = 0
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    while next < min(max(1, threads), elements.count) {
      let index = next
      group.addTask { (index, transform(elements[index])) }
      next += 1
    }
    for await (finished, result) in group {
      results[finished] = result
      done += 1
      progress?(computed(done, of: elements.count))
      if next < elements.count {
        let index = next
        group.addTask { (index, transform(elements[index])) }
        next += 1
      }
    }
  }
  return results.compactMap { $0 }
}

private func computed(_ done: Int, of total: Int) -> Progress {
  Progress(
    stage: LocalizedText(nl: "Schatten", en: "Estimating"), done: done, total: total,
    unit: LocalizedText(nl: "delen", en: "parts"))
}
