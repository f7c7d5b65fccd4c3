/// The grid of expected deliveries: how it stands with every source in every year of a monitor.
///
/// Every source is expected to deliver about every year, a source of counts about the years of its tables. What was
/// received fills the grid; what the folder says under `expected` tells why there is nothing, or less than all.
public struct DeliveryGrid: Equatable, Sendable {
  /// How it stands with one source in one year.
  public enum State: String, CaseIterable, Sendable {
    case delivered
    /// Delivered, and the partner, the folder or the rows set aside say that it is not all.
    case partly
    /// The partner has nothing to report: every number is nought, and that is an answer.
    case nothing
    case late
    /// Asked and not received.
    case asked
    case notYetAsked
    case withdrawn
    /// A file was received, and no row of it could be taken in.
    case unusable
    /// Nobody was asked, since there is nothing that could be delivered.
    case notApplicable
  }

  /// A cell of the grid.
  public struct Entry: Hashable, Sendable {
    public var source: String
    public var year: Int
    public var state: State
    /// In words that may be printed; nil where the folder gives none.
    public var reason: LocalizedText?

    public init(source: String, year: Int, state: State, reason: LocalizedText? = nil) {
      (self.source, self.year, self.state, self.reason) = (source, year, state, reason)
    }
  }

  public let years: ClosedRange<Int>
  /// In the order of the sources and then of the years, one for each.
  public let entries: [Entry]
  /// What the folder expects otherwise than it turned out: a delivery where it says there is none, or the other way.
  public let contradicted: [Entry]

  public subscript(source: String, year: Int) -> Entry? {
    entries.first { $0.source == source && $0.year == year }
  }

  /// Of these sources or years something may still come that is in no number.
  public var lacking: [Entry] { entries.filter(\.state.isLacking) }

  /// Without a single source, for tables that rest on no delivery.
  public static let empty = DeliveryGrid(years: 0...0, entries: [], contradicted: [])

  /// As it would stand if all had come but what one source delivers: for what a number rests on.
  package static func without(_ source: String, in monitor: Monitor) -> DeliveryGrid {
    DeliveryGrid(
      years: monitor.years,
      entries: monitor.sources.flatMap { one in
        monitor.years.map { Entry(source: one.name, year: $0, state: one.name == source ? .late : .delivered) }
      }, contradicted: [])
  }
}

extension DeliveryGrid.State {
  /// Whether there may be notifications or counts that are in no number.
  public var isLacking: Bool {
    switch self {
    case .partly: true
    case .delivered, .nothing, .late, .asked, .notYetAsked, .withdrawn, .unusable, .notApplicable: isMissing
    }
  }

  /// Whether there should be a delivery and nothing of it is in any number.
  public var isMissing: Bool {
    switch self {
    case .late, .asked, .notYetAsked, .withdrawn, .unusable: true
    case .delivered, .partly, .nothing, .notApplicable: false
    }
  }

  /// What the folder may say under `expected`. The others follow from what was received.
  package static let declarable: [Self] = [.delivered, .partly, .nothing, .late, .asked, .notYetAsked, .notApplicable]

  /// Whether the folder has to say why: a number is taken for whole, or for less than that, on its word.
  package var needsReason: Bool {
    switch self {
    case .delivered, .partly, .nothing, .notApplicable: true
    case .late, .asked, .notYetAsked, .withdrawn, .unusable: false
    }
  }

  public var label: LocalizedText {
    switch self {
    case .delivered: LocalizedText(nl: "geleverd", en: "delivered")
    case .partly: LocalizedText(nl: "deels geleverd", en: "partly delivered")
    case .nothing: LocalizedText(nl: "niets te melden", en: "nothing to report")
    case .late: LocalizedText(nl: "komt later", en: "comes later")
    case .asked: LocalizedText(nl: "gevraagd, niet ontvangen", en: "asked, not received")
    case .notYetAsked: LocalizedText(nl: "nog niet gevraagd", en: "not yet asked")
    case .withdrawn: LocalizedText(nl: "ingetrokken", en: "withdrawn")
    case .unusable: LocalizedText(nl: "ontvangen, niets bruikbaar", en: "received, nothing usable")
    case .notApplicable: Absence.notApplicable.label
    }
  }
}

/// Years of one source of which the same is to be told.
public struct DeliveryGap: Equatable, Sendable {
  public var source: String
  public var years: [Int]
  public var state: DeliveryGrid.State
  public var reason: LocalizedText?

  /// `Koninklijke Marechaussee, 2019: gevraagd, niet ontvangen. De uitvraag loopt nog.`
  public func sentence(in monitor: Monitor) -> LocalizedText {
    let label = monitor.source(named: source)?.label ?? LocalizedText(source)
    let years = Wording.list(years.map(String.init))
    func sentence(_ language: Language) -> String {
      let reason = reason.map { " " + $0[language].endingInStop } ?? ""
      return "\(label[language]), \(years[language]): \(state.label[language]).\(reason)"
    }
    return LocalizedText(nl: sentence(.nl), en: sentence(.en))
  }
}

extension DeliveryGap {
  /// The sentence as a note on a table.
  public func note(in monitor: Monitor) -> LocalizedText {
    let sentence = sentence(in: monitor)
    return LocalizedText(
      nl: "Niet alles is geleverd. \(sentence.nl)", en: "Not everything was delivered. \(sentence.en)")
  }
}

extension [DeliveryGrid.Entry] {
  /// Entries of a source with the same state and reason together, in their order.
  public func grouped() -> [DeliveryGap] {
    reduce(into: []) { gaps, entry in
      let place = gaps.firstIndex {
        $0.source == entry.source && $0.state == entry.state && $0.reason == entry.reason
      }
      if let place {
        gaps[place].years.append(entry.year)
      } else {
        gaps.append(.init(source: entry.source, years: [entry.year], state: entry.state, reason: entry.reason))
      }
    }
  }
}

extension String {
  fileprivate var endingInStop: String { hasSuffix(".") ? self : self + "." }
}

/// What the folder says about deliveries of a source, where that is not simply what was received: `expected` in
/// `sources.yaml`.
public struct DeliveryExpectation: Equatable, Sendable {
  public var years: [Int]
  public var state: DeliveryGrid.State
  public var reason: LocalizedText?

  public init(years: [Int], state: DeliveryGrid.State, reason: LocalizedText? = nil) {
    (self.years, self.state, self.reason) = (years, state, reason)
  }
}
