import Linkage
import Model
import Store

/// The encoded notifications of a monitor beside what the linkage unit said of them.
struct EncodedDeliveries {
  let notifications: EncodedNotifications
  /// What somebody has to read although the work goes on.
  private(set) var remarks: [LocalizedText] = []

  /// Nil where no source delivers numbers of encoded rows.
  ///
  /// - Throws: `MonitoringError.data` where an encoded source would be counted wrong: no pairs were received, none of the
  ///   rows of a delivery was encoded with the others, or two rows have one number.
  init?(
    _ opened: OpenedMonitor, beside workspace: Workspace, _ facts: Notifications, _ details: LinkingDetails
  ) throws {
    let encoding = opened.monitor.sources.filter { $0.columns.contains(where: \.isEncodedRow) }
    guard !encoding.isEmpty else { return nil }
    let log = try DeliveryLog(in: opened.deliveriesFolder)
    let received = try FolderOfDeliveries(opened, beside: workspace).links(log)?.links
    let inPlace = encoding.filter { $0.columns.contains { $0.role == .encoded } }
    guard let links = received else {
      if let source = inPlace.first(where: { source in facts.deliveries.contains { $0.source == source.name } }) {
        throw Self.nothingReceived(source.name)
      }
      if facts.deliveries.contains(where: { delivery in encoding.contains { $0.name == delivery.source } }) {
        remarks.append(Self.onlyClear)
      }
      notifications = EncodedNotifications(EncodedEvidence(rows: [], pairs: []), places: [:])
      return
    }
    let numbers = links.rows.map { (source: $0.source, number: $0.number) }
    let rows = try workspace.encodedRows(of: facts, in: inPlace, among: numbers)
    var places: [Int: Int?] = [:]
    for (row, found) in rows {
      switch found {
      case .known(let place): places.updateValue(place, forKey: row)
      case .unknown: places.updateValue(nil, forKey: row)
      case .erased: break
      }
    }
    notifications = EncodedNotifications(links.evidence, places: places)
    try refuseStrangers(rows, facts, inPlace, links)
    try refuseTwice(facts, details)
  }

  /// A delivery of which the linkage unit knows no row is of other encodings; where it lacks some, each counts as a person.
  private mutating func refuseStrangers(
    _ rows: [Int: EncodedRow], _ facts: Notifications, _ sources: [Source], _ links: EncodedLinks
  ) throws {
    var known = [Int](repeating: 0, count: facts.deliveries.count)
    var unknown = known
    for (row, found) in rows {
      switch found {
      case .known: known[Int(facts.delivery[row])] += 1
      case .unknown: unknown[Int(facts.delivery[row])] += 1
      case .erased: break
      }
    }
    for (place, delivery) in facts.deliveries.enumerated() where unknown[place] > 0 {
      guard known[place] > 0 else { throw Self.otherEncoding(delivery, links) }
      remarks.append(Self.lacking(delivery, unknown[place]))
    }
  }

  private func refuseTwice(_ facts: Notifications, _ details: LinkingDetails) throws {
    var first: [Int: Int] = [:]
    for (row, place) in notifications.places.sorted(by: { $0.key < $1.key }) {
      guard let place else { continue }
      if let before = first[place] { throw Self.twice(facts, before, row) }
      first[place] = row
    }
    for pair in details.encodedRowsTwice { throw Self.twice(facts, pair.first, pair.second) }
  }
}

extension EncodedDeliveries {
  /// Notifications that were compared with no encoded one, although they have the number of a row; nil where there are none.
  static func remark(on persons: RecognisedPersons) -> LocalizedText? {
    guard let count = persons.encoded?.unknownButClear, count > 0 else { return nil }
    return LocalizedText(
      nl: "\(count) meldingen met persoonsgegevens of een sleutel hebben een rijnummer dat niet bij de ontvangen "
        + "paren is; met "
        + "gecodeerde meldingen zijn ze niet vergeleken.",
      en: "\(count) notifications with details or a key have a row number that is not among the pairs that were "
        + "received; they "
        + "were not compared with encoded ones.")
  }

  private static func nothingReceived(_ source: String) -> MonitoringError {
    .data(
      nl: "\(source) levert gecodeerde rijen, en er zijn nog geen paren van de koppelaar ontvangen: elke rij zou "
        + "als een "
        + "persoon tellen. Ontvang ze met zicht receive --encoded-pairs PAREN --ties BANDEN.",
      en: "\(source) delivers encoded rows, and no pairs of the linkage unit were received yet: each row would "
        + "count as a "
        + "person. Receive them with zicht receive --encoded-pairs PAIRS --ties TIES.")
  }

  private static let onlyClear = LocalizedText(
    nl: "Er zijn nog geen paren van de koppelaar ontvangen; gekoppeld is op persoonsgegevens en sleutels alleen.",
    en: "No pairs of the linkage unit were received yet; linked was by personal details and keys alone.")

  private static func otherEncoding(_ delivery: DeliverySummary, _ links: EncodedLinks) -> MonitoringError {
    let name = "\(delivery.source) \(delivery.period)"
    return .data(
      nl: "Van \(name) (versie \(delivery.version)) is geen enkel rijnummer bij de ontvangen paren "
        + "(\(links.origin)): die "
        + "zijn van een andere codering. Vraag de melder om de banden en de koppelaar om de paren van deze "
        + "levering, en "
        + "ontvang ze met zicht receive --encoded-pairs.",
      en: "Of \(name) (version \(delivery.version)) no row number is among the pairs that were received "
        + "(\(links.origin)): "
        + "they are of another encoding. Ask the source for the ties and the linkage unit for the pairs of this "
        + "delivery, and "
        + "receive them with zicht receive --encoded-pairs.")
  }

  private static func lacking(_ delivery: DeliverySummary, _ count: Int) -> LocalizedText {
    let name = "\(delivery.source) \(delivery.period)"
    return LocalizedText(
      nl: "Van \(name) zijn \(count) rijnummers niet bij de ontvangen paren; elk van die rijen telt als een persoon.",
      en: "Of \(name) \(count) row numbers are not among the pairs that were received; each of those rows counts as a "
        + "person.")
  }

  private static func twice(_ facts: Notifications, _ first: Int, _ second: Int) -> MonitoringError {
    let (one, two) = (facts.deliveries[Int(facts.delivery[first])], facts.deliveries[Int(facts.delivery[second])])
    let (a, b) = (
      "\(one.source) \(one.period), \(facts.sourceRow[first])",
      "\(two.source) \(two.period), "
        + "\(facts.sourceRow[second])"
    )
    return .data(
      nl: "\(b): dit rijnummer staat ook in \(a). Vraag de melder om een levering waarin elke rij haar eigen nummer "
        + "heeft.",
      en: "\(b): this row number also stands in \(a). Ask the source for a delivery in which each row has a number "
        + "of its "
        + "own.")
  }
}
