extension DeliveryGrid {
  /// What was received, laid beside what was expected.
  ///
  /// - Parameters:
  ///   - records: The deliveries of records that count.
  ///   - counts: The deliveries of counts that count.
  ///   - withdrawn: Source and period of deliveries that were withdrawn and not replaced.
  public init(
    of monitor: Monitor, records: [DeliverySummary], counts: [ReportedCounts], withdrawn: [(source: String, year: Int)]
  ) {
    var entries: [Entry] = []
    var contradicted: [Entry] = []
    for source in monitor.sources {
      let delivered = counts.filter { $0.source == source.name }
      for year in monitor.years {
        let received =
          source.deliversCounts
          ? source.received(delivered, in: year)
          : records.first { $0.source == source.name && $0.period == String(year) }?.received
        let isWithdrawn = withdrawn.contains { $0.source == source.name && $0.year == year }
        let nothing: State = isWithdrawn ? .withdrawn : source.asks(year) ? .asked : .notApplicable
        let declared = source.expected.first { $0.years.contains(year) }
        let (state, isContradicted) = Self.state(received: received, else: nothing, declared: declared?.state)
        let entry = Entry(source: source.name, year: year, state: state, reason: declared?.reason)
        entries.append(entry)
        if isContradicted { contradicted.append(entry) }
      }
    }
    self.init(years: monitor.years, entries: entries, contradicted: contradicted)
  }

  /// What was received weighs more than what was expected, but for whether it is all: that the folder may know better.
  ///
  /// - Parameters:
  ///   - received: Nil when nothing was.
  ///   - nothing: How it stands when nothing was received and nothing is known.
  private static func state(
    received: Received?, else nothing: State, declared: State?
  ) -> (State, isContradicted: Bool) {
    switch declared {
    case nil, .withdrawn, .unusable: (received?.state ?? nothing, false)
    case .delivered, .partly:
      received.map { $0.isUsable ? (declared ?? $0.state, false) : ($0.state, true) } ?? (nothing, true)
    case .nothing, .notApplicable:
      received.map { $0.isEmpty ? (declared ?? $0.state, false) : ($0.state, true) } ?? (declared ?? nothing, false)
    case .late, .asked, .notYetAsked:
      received.map { $0.isUsable ? ($0.state, false) : (declared ?? $0.state, false) } ?? (declared ?? nothing, false)
    }
  }

  /// What became of a delivery.
  fileprivate struct Received {
    var state: State
    /// Without a single row.
    var isEmpty = false

    var isUsable: Bool { state != .unusable }
  }
}

extension DeliverySummary {
  /// Whether a delivery of records is all of what it should be. An empty file may be a failed export: that the partner
  /// has nothing to report, it has to say.
  fileprivate var received: DeliveryGrid.Received {
    guard rowsTaken > 0 else { return .init(state: .unusable, isEmpty: rowsRead == 0) }
    return .init(state: rowsSetAside > 0 ? .partly : .delivered)
  }
}

extension Source {
  /// Whether it is asked about the year.
  fileprivate func asks(_ year: Int) -> Bool { !deliversCounts || tables.contains { $0.years.contains(year) } }

  /// What its deliveries of counts hold about a year; nil when there is nothing.
  fileprivate func received(_ deliveries: [ReportedCounts], in year: Int) -> DeliveryGrid.Received? {
    let about = deliveries.filter { $0.cells.contains { $0.place.year == year } }
    guard let last = about.last else { return nil }
    let answered = Set(about.flatMap(\.cells).filter { $0.place.year == year }.map(\.place.table))
    let asked = tables.filter { $0.years.contains(year) }.map(\.name)
    let isWhole =
      last.isDeclaredComplete && asked.allSatisfy(answered.contains)
      && !last.cells.contains { $0.place.year == year && $0.value == .notDelivered }
    return .init(state: isWhole ? .delivered : .partly)
  }
}
