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
        nl: "Er zijn coderingen van \(source) bij, en die melder levert volgens sources.yaml geen nummers van gecodeerde "
          + "rijen. Geef een kolom van \(source) `person: encoded`, of laat de koppelaar zonder \(source) vergelijken.",
        en: "There are encodings of \(source), and by sources.yaml that source delivers no numbers of encoded rows. Give a "
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
      let kept = try folder.keep(links)
      try log.append(
        .paired(file: kept.file, sha256: kept.sha256), source: "", period: "", on: occasion, in: opened.deliveriesFolder)
      try workspace.record(.pairsReceived, of: "\(links.origin.project) \(links.origin.epoch)", on: occasion)
      return receipt
    }
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
