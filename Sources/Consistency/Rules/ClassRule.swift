internal import Model

/// Classes such as 0-4, 5-9, 10-14 that leave a number out or have one twice, where all others meet.
struct ClassRule {
  let base: FigureRule

  private struct Class {
    var label: Int
    var text: String
    var low: Int
    /// Nil for the last class, which has no end.
    var high: Int?
  }

  func contradictions() -> [Contradiction] {
    base.figure.grid.axes.indices.compactMap { axis in
      let labels = base.figure.grid.axes[axis].labels
      let classes = labels.indices.dropFirst().compactMap { Self.read(labels[$0], $0) }
      return contradiction(classes, axis)
    }
  }

  private func contradiction(_ classes: [Class], _ axis: Int) -> Contradiction? {
    guard classes.count >= 4, classes.dropLast().allSatisfy({ $0.high != nil }) else { return nil }
    let steps = zip(classes, classes.dropFirst()).map { $1.low - ($0.high ?? $0.low) }
    // Classes of whole numbers are one apart; those of measured things begin where the one before ends.
    let usual = steps.filter { $0 == 1 }.count >= steps.filter { $0 == 0 }.count ? 1 : 0
    let odd = steps.indices.filter { steps[$0] != usual }
    guard odd.count == 1, let place = odd.first, classes[place + 1].low > classes[place].low else { return nil }
    let (one, next) = (classes[place], classes[place + 1])
    guard let cell = self.cell(one.label, axis), let other = self.cell(next.label, axis) else { return nil }
    let high = one.high ?? one.low
    let isGap = steps[place] > usual
    return base.contradiction(
      .classes, [other, cell], expected: "\(high + usual)",
      isGap
        ? "tussen de klassen \u{2018}\(one.text)\u{2019} en \u{2018}\(next.text)\u{2019} valt iets buiten de boot; de andere klassen sluiten aan."
        : "de klassen \u{2018}\(one.text)\u{2019} en \u{2018}\(next.text)\u{2019} overlappen; de andere klassen niet.",
      isGap
        ? "between the classes \u{2018}\(one.text)\u{2019} and \u{2018}\(next.text)\u{2019} something is left out; the other classes meet."
        : "the classes \u{2018}\(one.text)\u{2019} and \u{2018}\(next.text)\u{2019} overlap; the other classes do not.")
  }

  private func cell(_ label: Int, _ axis: Int) -> Int? {
    for block in base.figure.grid.blocks {
      if let index = block.cells.indices.first(where: { Int(block.label($0, axis)) == label }) {
        return block.cells[index]
      }
    }
    return nil
  }

  /// Two whole numbers that go up, or one with a sign that it has no end.
  private static func read(_ text: String, _ label: Int) -> Class? {
    guard Period(text) == nil else { return nil }
    let numbers = text.split { !$0.isDigit }.compactMap { $0.count < 7 ? Int($0) : nil }
    if numbers.count == 2, numbers[0] < numbers[1], !(1900...2100).contains(numbers[0]) {
      return Class(label: label, text: text, low: numbers[0], high: numbers[1])
    }
    if numbers.count == 1, text.contains("+") || text.contains("≥") || text.hasPrefix(">=") {
      return Class(label: label, text: text, low: numbers[0], high: nil)
    }
    return nil
  }
}
