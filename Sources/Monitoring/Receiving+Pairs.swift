package import Model
package import Store

extension Receiving {
  /// Takes what a linkage unit sent about encoded rows: keeps it sealed in the deliveries folder and adds it to the log. It
  /// takes the place of what was received before.
  ///
  /// - Throws: `MonitoringError.data` when a partner that encoded delivers no numbers of rows to this monitor.
  package func receive(_ links: EncodedLinks) throws -> PairsReceipt {
    let encoding = opened.monitor.sources.filter { $0.columns.contains(where: \.isEncodedRow) }
    for source in links.sources where !encoding.contains(where: { $0.name == source }) {
      throw MonitoringError.data(
        nl: "Er zijn coderingen van \(source) bij, en die melder levert volgens sources.yaml geen nummers van "
          + "gecodeerde "
          + "rijen. Geef een kolom van \(source) `person: encoded`, of laat de koppelaar zonder \(source) vergelijken.",
        en: "There are encodings of \(source), and by sources.yaml that source delivers no numbers of encoded rows. "
          + "Give a "
          + "column of \(source) `person: encoded`, or have the linkage unit compare without \(source).")
    }
    return try alone {
      var log = try DeliveryLog(in: opened.deliveriesFolder)
      _ = try follow(log)
      let folder = FolderOfDeliveries(opened, beside: workspace)
      let before = try folder.links(log)
      let receipt = PairsReceipt(links, replaces: before != nil)
      // The same again changes nothing.
      if before?.links.text == links.text { return receipt }
      try keep(links, inPlaceOf: before?.file, asReceived: true, &log)
      try workspace.record(.pairsReceived, of: "\(links.origin.project) \(links.origin.epoch)", on: occasion)
      return receipt
    }
  }
}

extension Receiving {
  /// Keeps pairs; what was kept before goes. Which rows are of one person is not kept for longer than it counts.
  private func keep(
    _ links: EncodedLinks, inPlaceOf old: String?, asReceived: Bool, _ log: inout DeliveryLog
  ) throws {
    let folder = FolderOfDeliveries(opened, beside: workspace)
    let kept = try folder.keep(links)
    var events: [DeliveryLog.Event] = asReceived ? [.paired(file: kept.file, sha256: kept.sha256)] : []
    if let old { events.append(.erased(file: old, replacedBy: kept.file, sha256: kept.sha256)) }
    try log.append(events.map { ($0, "", "") }, on: occasion, in: opened.deliveriesFolder)
    try folder.removeLeftovers(log)
  }

  /// Does what erases records, and forgets in the pairs that are kept the rows of which no record is left.
  func forgettingPairs<Result>(_ log: inout DeliveryLog, _ erase: (inout DeliveryLog) throws -> Result) throws -> Result
  {
    guard let (links, file) = try FolderOfDeliveries(opened, beside: workspace).links(log) else {
      return try erase(&log)
    }
    let before = try placesOfRecords(links)
    let result = try erase(&log)
    let gone = before.subtracting(try placesOfRecords(links))
    let numbers = Set(gone.map { links.rows[$0].number })
    if let rest = links.without({ numbers.contains($0.number) }) {
      try keep(rest, inPlaceOf: file, asReceived: false, &log)
    }
    return result
  }

  /// The places of the rows of which there is a record.
  private func placesOfRecords(_ links: EncodedLinks) throws -> Set<Int> {
    let sources = opened.monitor.sources.filter { $0.columns.contains { $0.role == .encoded } }
    let numbers = links.rows.map { (source: $0.source, number: $0.number) }
    var places = try workspace.placesOfRecords(in: sources, among: numbers)
    let inDetails = opened.monitor.sources.contains { source in
      source.columns.contains { $0.isEncodedRow && $0.role != .encoded }
    }
    if inDetails {
      let facts = try workspace.notifications(for: opened.monitor)
      let known = try workspace.linkingDetails(of: facts, occasion: occasion).encodedRowNumbers
      for (place, row) in links.rows.enumerated() where known.contains(row.number) { places.insert(place) }
    }
    return places
  }
}

/// What was received of a linkage unit; nothing in it is about one person.
package struct PairsReceipt: Encodable, Equatable {
  package var isGood = true
  package var project: String
  package var epoch: Int
  package var sources: [String]
  /// Rows that were encoded, and those of them that had nothing to be found by.
  package var rows, unfindableRows: Int
  /// Pairs of entries, those with a fake, and the pairs of rows that the rest are.
  package var pairs, pairsOfFakes, rowPairs: Int
  /// Whether they take the place of pairs that were received before.
  package var replaces: Bool

  init(_ links: EncodedLinks, replaces: Bool) {
    (project, epoch, sources) = (links.origin.project, links.origin.epoch, links.sources)
    rows = links.rows.count
    unfindableRows = links.rows.count { !$0.isFindable }
    (pairs, pairsOfFakes, rowPairs) = (links.counts.entryPairs, links.counts.ofFakes, links.pairs.count)
    self.replaces = replaces
  }

  package var sentence: LocalizedText {
    let names = sources.joined(separator: ", ")
    return LocalizedText(
      nl: "\(rows) gecodeerde rijen van \(names) (\(project) \(epoch)) in \(rowPairs) paren, verzegeld bewaard"
        + "\(replaces ? "; ze nemen de plaats in van de vorige" : ""). \(unfindableRows) rijen hebben niets om op te "
        + "koppelen.",
      en: "\(rows) encoded rows of \(names) (\(project) \(epoch)) in \(rowPairs) pairs, kept sealed"
        + "\(replaces ? "; they take the place of those before" : ""). \(unfindableRows) rows have nothing to link by.")
  }
}
