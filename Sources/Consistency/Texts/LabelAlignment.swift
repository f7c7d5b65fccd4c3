/// Numbers and labels that take turns in a sentence: *242 in 2014 and 303 in 2015*.
struct LabelAlignment {
  /// Each number, as its place in the sentence's numbers, with the label it belongs to.
  let pairs: [(number: Int, label: Int)]

  /// Number and label stand so many tokens apart at most. A decision.
  private static let mostApart = 8

  /// - Parameters:
  ///   - numbers: The numbers of the sentence that count alike, with their places.
  ///   - axis: Along which at least two labels are named.
  /// - Returns: Nil where numbers and labels do not strictly take turns.
  init?(_ numbers: [(place: Int, number: TextNumber)], _ axis: Int, _ words: FigureWords) {
    let mentions = words.reading.mentions.filter {
      $0.name.figure == words.figureNumber && $0.name.axis == axis
        && !words.figure.axes[axis].labels[$0.name.label].isWhole
    }
    var events: [(token: Int, last: Int, number: Int?, label: Int)] = mentions.map {
      ($0.tokens.min() ?? 0, $0.tokens.max() ?? 0, nil, $0.name.label)
    }
    events += numbers.map { ($0.number.tokens.lowerBound, $0.number.tokens.upperBound - 1, $0.place, -1) }
    events.sort { $0.token < $1.token }
    guard numbers.count >= 2, events.count == 2 * numbers.count, Set(mentions.map(\.name.label)).count == numbers.count
    else { return nil }
    var pairs: [(Int, Int)] = []
    for index in stride(from: 0, to: events.count, by: 2) {
      let (one, other) = (events[index], events[index + 1])
      guard (one.number == nil) != (other.number == nil), (one.number == nil) == (events[0].number == nil),
        other.token - one.last <= Self.mostApart
      else { return nil }
      pairs.append((one.number ?? other.number ?? 0, one.number == nil ? one.label : other.label))
    }
    self.pairs = pairs
  }
}
