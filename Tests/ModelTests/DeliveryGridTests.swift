import Testing

@testable import Model

struct DeliveryGridTests {
  typealias State = DeliveryGrid.State

  /// What became of the delivery of records of 2019; `read` rows of which `taken` could be used.
  private static func delivery(read: Int, taken: Int) -> DeliverySummary {
    DeliverySummary(
      source: "politie", period: "2019", version: 1, fileName: "politie-2019.csv", checksum: "", rowsRead: read,
      rowsTaken: taken, rowsSetAside: read - taken, rowsMovedDown: 0)
  }

  private static let reason = LocalizedText(nl: "Zo is het.", en: "So it is.")

  private static func grid(
    _ delivery: DeliverySummary?, declared: State?, isWithdrawn: Bool = false
  ) -> DeliveryGrid {
    let source = Source(
      name: "politie", label: LocalizedText("Politie"), group: "police", definition: LocalizedText("wie"),
      lane: .pseudonymous, grounds: [], columns: [],
      expected: declared.map { [DeliveryExpectation(years: [2019], state: $0, reason: reason)] } ?? [])
    return DeliveryGrid(
      of: monitor([source]), records: [delivery].compactMap(\.self), counts: [],
      withdrawn: isWithdrawn ? [("politie", 2019)] : [])
  }

  private static func monitor(_ sources: [Source]) -> Monitor {
    Monitor(
      name: "klein", title: LocalizedText("klein"), edition: "1", publisher: LocalizedText("wij"), years: 2018...2019,
      referenceDate: "2020-07-01", seed: 1, units: [],
      publication: .init(policy: "publishAsIs", reason: LocalizedText("verzonnen")), provenance: .registered,
      introduction: LocalizedText(""), codebook: Codebook(version: "1", variables: []), grounds: [], sources: sources,
      link: LinkPlan(reason: LocalizedText(""), source: "", combinations: []), rules: [], figures: [])
  }

  /// What was received, what the folder says, what the grid says, and whether the two contradict each other.
  static let received: [(DeliverySummary?, State?, State, Bool)] = [
    (delivery(read: 5, taken: 5), nil, .delivered, false), (delivery(read: 5, taken: 4), nil, .partly, false),
    (delivery(read: 5, taken: 0), nil, .unusable, false), (delivery(read: 0, taken: 0), nil, .unusable, false),
    (nil, nil, .asked, false),
    (delivery(read: 5, taken: 5), .delivered, .delivered, false),
    (delivery(read: 5, taken: 4), .delivered, .delivered, false),
    (delivery(read: 5, taken: 0), .delivered, .unusable, true), (nil, .delivered, .asked, true),
    (delivery(read: 5, taken: 5), .partly, .partly, false), (nil, .partly, .asked, true),
    (delivery(read: 5, taken: 0), .partly, .unusable, true),
    (nil, .nothing, .nothing, false), (delivery(read: 0, taken: 0), .nothing, .nothing, false),
    (delivery(read: 5, taken: 0), .nothing, .unusable, true), (delivery(read: 5, taken: 5), .nothing, .delivered, true),
    (nil, .notApplicable, .notApplicable, false), (delivery(read: 5, taken: 4), .notApplicable, .partly, true),
    (nil, .late, .late, false), (delivery(read: 5, taken: 0), .late, .late, false),
    (delivery(read: 5, taken: 5), .late, .delivered, false), (nil, .asked, .asked, false),
    (delivery(read: 5, taken: 4), .asked, .partly, false), (nil, .notYetAsked, .notYetAsked, false),
  ]

  @Test(arguments: received)
  func `what was received weighs more than what was expected`(
    delivery: DeliverySummary?, declared: State?, state: State, isContradicted: Bool
  ) throws {
    let grid = Self.grid(delivery, declared: declared)
    let reason = declared == nil ? nil : Self.reason
    #expect(
      grid.entries == [
        .init(source: "politie", year: 2018, state: .asked),
        .init(source: "politie", year: 2019, state: state, reason: reason),
      ])
    #expect(grid.contradicted == (isContradicted ? [grid.entries[1]] : []))
    #expect(grid["politie", 2019] == grid.entries[1])
    #expect(grid["politie", 2017] == nil)
  }

  @Test func `a delivery that was withdrawn is that, unless the folder says more`() {
    #expect(Self.grid(nil, declared: nil, isWithdrawn: true)["politie", 2019]?.state == .withdrawn)
    #expect(Self.grid(nil, declared: .late, isWithdrawn: true)["politie", 2019]?.state == .late)
    #expect(Self.grid(nil, declared: .nothing, isWithdrawn: true)["politie", 2019]?.state == .nothing)
    // One that came back counts.
    #expect(
      Self.grid(Self.delivery(read: 5, taken: 5), declared: nil, isWithdrawn: true)["politie", 2019]?.state
        == .delivered)
  }

  @Test func `counts are expected of the years of their tables`() {
    let tables = [
      CountTable(name: "ten", label: LocalizedText("ten"), unit: "victim", axes: [], years: [2018, 2019]),
      CountTable(name: "later", label: LocalizedText("later"), unit: "victim", axes: [], years: [2019]),
    ]
    let source = Source(
      name: "zorg", label: LocalizedText("Zorg"), group: "care", definition: LocalizedText("wie"), lane: .countOnly,
      grounds: [], columns: [], tables: tables)
    let early = Source(
      name: "vroeg", label: LocalizedText("Vroeg"), group: "care", definition: LocalizedText("wie"), lane: .countOnly,
      grounds: [], columns: [], tables: [tables[1]])
    func state(_ cells: [(String, Int, ReportedValue)], isComplete: Bool = true) -> [State] {
      let counts = ReportedCounts(
        source: "zorg", period: "2019", isDeclaredComplete: isComplete,
        cells: cells.enumerated().map { ReportedCell(.init(table: $1.0, year: $1.1, words: []), $1.2, sourceRow: $0) })
      return DeliveryGrid(
        of: Self.monitor([source, early]), records: [], counts: cells.isEmpty ? [] : [counts], withdrawn: []
      ).entries.map(\.state)
    }
    let number = ReportedValue.number(Quantity(3))
    #expect(state([]) == [.asked, .asked, .notApplicable, .asked])
    #expect(
      state([("ten", 2018, number), ("ten", 2019, number), ("later", 2019, number)])
        == [.delivered, .delivered, .notApplicable, .asked])
    #expect(state([("ten", 2019, number), ("later", 2019, number)]) == [.asked, .delivered, .notApplicable, .asked])
    #expect(state([("ten", 2019, number)]) == [.asked, .partly, .notApplicable, .asked])
    #expect(
      state([("ten", 2019, number), ("later", 2019, .notDelivered)]) == [.asked, .partly, .notApplicable, .asked])
    #expect(
      state([("ten", 2019, number), ("later", 2019, .notRecorded)]) == [.asked, .delivered, .notApplicable, .asked])
    #expect(
      state([("ten", 2018, number), ("ten", 2019, number), ("later", 2019, number)], isComplete: false)
        == [.partly, .partly, .notApplicable, .asked])
  }

  @Test func `years of one source with one reason are told together`() {
    let reason = LocalizedText(nl: "Zij meldt niet meer", en: "It reports no more")
    let entries: [DeliveryGrid.Entry] = [
      .init(source: "politie", year: 2018, state: .late, reason: reason),
      .init(source: "zorg", year: 2018, state: .asked),
      .init(source: "politie", year: 2019, state: .late, reason: reason),
      .init(source: "politie", year: 2020, state: .late),
    ]
    let gaps = entries.grouped()
    #expect(gaps.map(\.years) == [[2018, 2019], [2018], [2020]])
    let monitor = Self.monitor([
      Source(
        name: "politie", label: LocalizedText(nl: "Politie", en: "Police"), group: "police",
        definition: LocalizedText("wie"), lane: .pseudonymous, grounds: [], columns: [])
    ])
    #expect(gaps[0].sentence(in: monitor).nl == "Politie, 2018 en 2019: komt later. Zij meldt niet meer.")
    #expect(gaps[1].sentence(in: monitor).en == "zorg, 2018: asked, not received.")
    #expect(gaps[2].note(in: monitor).nl == "Niet alles is geleverd. Politie, 2020: komt later.")
  }

  @Test func `what lacks is what may still come`() {
    #expect(State.allCases.filter(\.isLacking) == [.partly, .late, .asked, .notYetAsked, .withdrawn, .unusable])
    #expect(State.allCases.filter(\.isMissing) == [.late, .asked, .notYetAsked, .withdrawn, .unusable])
    #expect(State.declarable.filter(\.needsReason) == [.delivered, .partly, .nothing, .notApplicable])
  }
}
