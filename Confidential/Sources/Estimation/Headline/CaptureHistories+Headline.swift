import Model

extension CaptureHistories {
  /// About how many persons there are, between what and what, and what speaks against it.
  ///
  /// No draws: the same table gives the same headline.
  public func headline() -> PopulationHeadline {
    let used = withoutEmptyLists
    guard used.lists.count > 1, let weighing = PopulationHeadline.Weighing(CountTable(used)) else {
      return PopulationHeadline(withoutEstimateOf: Double(observed))
    }
    return PopulationHeadline([weighing], observed: Double(observed), doubts: used.doubts(weighing))
  }

  /// The same persons over the lists that have anybody.
  var withoutEmptyLists: CaptureHistories {
    let kept = lists.indices.filter { margin(of: 1 << UInt32($0)) > 0 }
    guard kept.count < lists.count else { return self }
    let moved = entries.map { entry in
      Entry(
        history: kept.enumerated().reduce(0) { $0 | ((entry.history >> UInt32($1.element)) & 1) << UInt32($1.offset) },
        count: entry.count)
    }
    return (try? CaptureHistories(lists: kept.map { lists[$0] }, entries: moved, allowingRounded: true)) ?? self
  }

  /// What holds of the table whatever the models say, and what the best model leaves unexplained.
  func doubts(_ weighing: PopulationHeadline.Weighing) -> [HeadlineDoubt] {
    var doubts: [HeadlineDoubt] = []
    let several = entries.reduce(0) { $0 + ($1.history.nonzeroBitCount > 1 ? $1.count : 0) }
    if lists.count == 2 { doubts.append(.twoLists) }
    if several < HeadlineDoubt.few { doubts.append(.fewOverlaps(persons: several)) }
    doubts += nestedLists
    doubts += weighing.unexplained(in: self)
    if weighing.alike.isCut || weighing.differing.isCut { doubts.append(.searchCut) }
    return doubts
  }

  /// Pairs of lists of which the shorter is within the longer.
  private var nestedLists: [HeadlineDoubt] {
    listSets(of: 2, among: lists.count).compactMap { pair in
      let sizes = lists.indices.filter { pair & (1 << UInt32($0)) != 0 }
        .map { (list: $0, persons: margin(of: 1 << UInt32($0))) }
      guard let shorter = sizes.min(by: { $0.persons < $1.persons }), shorter.persons >= HeadlineDoubt.shortest,
        margin(of: pair) == shorter.persons, let longer = sizes.first(where: { $0.list != shorter.list })
      else { return nil }
      return .nested(list: lists[shorter.list], within: lists[longer.list])
    }
  }
}

extension PopulationHeadline {
  /// Where nobody is on two lists, or only one list has anybody.
  init(withoutEstimateOf observed: Double) {
    self.init(observed: observed, estimate: nil, lower: observed, upper: nil, doubts: [.noOverlap], parts: [])
  }
}

extension PopulationHeadline.Weighing {
  /// Triples of lists with a number of persons that the best model of neither family makes likely.
  func unexplained(in histories: CaptureHistories) -> [HeadlineDoubt] {
    let triples = listSets(of: 3, among: table.lists)
    guard !triples.isEmpty else { return [] }
    let limit = HeadlineDoubt.unlikely / Double(triples.count)
    let solver = PosteriorSolver(table)
    let means = [alike, differing].compactMap { models in
      models.models.first.flatMap { solver.means(over: triples, pairs: $0.pairs, differences: $0.differences) }
    }
    return triples.indices.compactMap { index in
      let persons = Int(table.margins[Int(triples[index])].rounded())
      let isLikely = means.contains { expected in
        let tail = PoissonTail.logSmaller(observed: persons, mean: expected[index])
        return tail >= log(limit / 2)
      }
      guard !isLikely,
        let expected = means.map({ $0[index] }).min(by: {
          abs($0 - Double(persons)) < abs($1 - Double(persons))
        })
      else { return nil }
      let names = histories.lists.indices.filter { triples[index] & (1 << UInt32($0)) != 0 }.map { histories.lists[$0] }
      return .unexplained(lists: names, persons: persons, expected: expected)
    }
  }
}
