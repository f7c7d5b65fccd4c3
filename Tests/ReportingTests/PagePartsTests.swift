import Charts
import Testing

@testable import Classification
@testable import Disclosure
@testable import Linkage
@testable import Model
@testable import Reporting

/// Sections of the method page and steps of a figure, element by element.
struct PagePartsTests {
  private func pages(
    _ monitor: Monitor = InventedEdition.monitor(), account: ConfidentialAccount = InventedEdition.account
  ) throws -> Pages {
    let publication = Publication(
      of: InventedEdition.tables(), account: account,
      under: .publishAsIs(reason: SmallTable.text("Alles is verzonnen.", "All is invented.")))
    return try Pages(publication: publication, texts: [], imprint: InventedEdition.imprint(monitor))
  }

  private func account(
    notifications: Int = 0, cases: Int = 0, excluded: [(String, Int)] = [], imputed: (Int, Int)? = nil,
    deliveries: Int = 1
  ) -> ConfidentialAccount {
    var rules = ClassificationReport()
    rules.exclusions = excluded.map { .init(rule: $0.0, perYear: [.init(year: "2020", cases: $0.1)]) }
    if let imputed {
      rules.imputations = [
        .init(
          rule: "kind-from-age", target: "kind", strataVariables: [],
          strata: [.init(values: [], known: 6, imputed: imputed.0, leftUnknown: imputed.1)])
      ]
    }
    return ConfidentialAccount(
      deliveries: (0..<deliveries).map { _ in InventedEdition.account.deliveries[0] },
      links: LinkReport(notifications: notifications, withoutPerson: 0, cases: cases, persons: 0, conflicts: []),
      classification: rules, years: 2020...2021, findings: [], grid: .empty)
  }

  private func body(_ id: String, _ pages: Pages, _ language: Language) throws -> String {
    try #require(pages.methodPage(in: language).sections.first { $0.id == id }).body
  }

  // MARK: The method page

  @Test func `sections stand in this order, and those without content are left out`() throws {
    let all = try pages().methodPage(in: .nl).sections
    #expect(
      all.map(\.id) == [
        "deliveries", "lanes", "linking", "rules", "exclusions", "imputation", "departures", "findings", "definitions",
        "colophon",
      ])
    #expect(all.map(\.text).filter { $0 == nil }.count == 1)
    let bare = try pages(account: .empty).methodPage(in: .en).sections
    #expect(
      bare.map(\.id) == [
        "deliveries", "lanes", "linking", "rules", "departures", "findings", "definitions", "colophon",
      ])
    #expect(bare[0].body == "<p>No deliveries are listed.</p>" && bare[5].body == "<p>There are no findings.</p>")
    #expect(bare[5].text == nil && bare[4].text != nil)
  }

  @Test func `a line a delivery, and all together below`() throws {
    let deliveries = try body("deliveries", pages(), .nl)
    #expect(
      deliveries.contains(
        [
          "<tbody><tr><th scope=\"row\">Poort</th><td>2020</td><td class=\"figure\">1</td>",
          "<td class=\"figure\">1.234</td><td class=\"figure\">1.230</td><td class=\"figure\">4</td>",
          "<td class=\"figure\">2</td></tr><tr class=\"total\"><th scope=\"row\">Samen</th><td></td>",
          "<td class=\"figure\"></td><td class=\"figure\">1.234</td><td class=\"figure\">1.230</td>",
          "<td class=\"figure\">4</td><td class=\"figure\">2</td></tr></tbody>",
        ].joined()))
  }

  @Test func `exclusions have a column a year and their sum`() throws {
    let text = try body("exclusions", pages(), .en)
    #expect(
      text.contains(
        [
          "<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\" class=\"figure\">2020</th>",
          "<th scope=\"col\" class=\"figure\">2021</th><th scope=\"col\" class=\"figure\">Together</th></tr></thead>",
          "<tbody><tr><th scope=\"row\"><a href=\"#rule-no-dogs\">Rule 2, who is left out</a></th><td class=\"figure\">3</td>",
          "<td class=\"figure\">4</td><td class=\"figure\">7</td></tr></tbody>",
        ].joined()))
  }

  @Test func `an imputation says what part received a value, and a dash when nothing was unknown`() throws {
    let part = try body("imputation", pages(), .nl)
    #expect(
      part.contains(
        [
          "<td class=\"figure\">10</td><td class=\"figure\">4</td><td class=\"figure\">3</td>",
          "<td class=\"figure\">75,0%</td></tr>",
        ].joined()))
    let none = try body("imputation", pages(account: account(imputed: (0, 0))), .nl)
    #expect(
      none.contains(
        [
          "<td class=\"figure\">6</td><td class=\"figure\">0</td><td class=\"figure\">0</td>",
          "<td class=\"figure\">–</td></tr>",
        ].joined()))
  }

  @Test func `departures name the figure, with a link where it has a page`() throws {
    let here = try body("departures", pages(), .en)
    #expect(
      here.contains(
        [
          "<tr><th scope=\"row\"><a href=\"../en/figures/fig-1.html\">Figure 1</a></th><td>Total, 2020</td>",
          "<td class=\"figure\">41</td><td class=\"figure\">40</td><td>The sum was wrong.</td></tr>",
        ].joined()))
    let monitor = InventedEdition.monitor()
    let imprint = Imprint(
      monitor: monitor, version: "1",
      departures: [
        Departure(
          figure: "fig-9", place: LocalizedText("p"), published: "1", here: "2", reason: LocalizedText("Daarom."))
      ])
    let elsewhere = try Pages(publication: InventedEdition.publication(), texts: [], imprint: imprint)
    #expect(try body("departures", elsewhere, .nl).contains("<th scope=\"row\">Figuur 9</th>"))
    let none = try Pages(
      publication: InventedEdition.publication(), texts: [],
      imprint: Imprint(monitor: monitor, version: "1", departures: []))
    #expect(try body("departures", none, .nl) == "<p>Er zijn geen afwijkingen.</p>")
  }

  @Test func `the colophon is these terms`() throws {
    #expect(
      try body("colophon", pages(), .en)
        == [
          "<dl class=\"terms\"><div><dt>Publisher</dt><dd>The town</dd></div><div><dt>Edition</dt><dd>2021</dd></div>",
          "<div><dt>Reference date</dt><dd>1 March 2022</dd></div><div><dt>Publication policy</dt>",
          "<dd>The numbers stand as they were counted; nothing was rounded or left out.</dd></div>",
          "<div><dt>Reason</dt><dd>All is invented.</dd></div><div><dt>Version of the program</dt><dd>1.2.3</dd></div>",
          "<div><dt>Random seed</dt><dd>7</dd></div></dl>",
        ].joined())
    let made = SmallTable.text("Nagemaakt.", "Made up.")
    let reconstructed = try pages(InventedEdition.monitor(provenance: .reconstructed(made)))
    #expect(
      try body("colophon", reconstructed, .nl).contains(
        "<div><dt>Herkomst</dt><dd>Nagemaakt.</dd></div><div><dt>Versie van het programma</dt>"))
  }

  @Test func `contradictions are listed, or said not to be there`() throws {
    #expect(
      try body("linking", pages(), .nl).contains(
        "<tr><th scope=\"row\">Soort</th><td class=\"figure\">5</td></tr></tbody>"))
    #expect(
      try body("linking", pages(account: account()), .en).hasSuffix(
        "<p>The notifications nowhere contradicted each other.</p>"))
    #expect(
      try body("linking", pages(), .en).hasPrefix(
        "<p>A person counts once.</p><p class=\"source\">Source: Paragraaf 3</p>"))
  }

  @Test func `each kind of rule says how it works`() throws {
    var monitor = InventedEdition.monitor()
    func rule(_ name: String, _ step: Rule.Step) -> Rule {
      Rule(name: name, reason: SmallTable.text("Reden.", "Reason."), source: "Bron 1", step: step)
    }
    monitor.rules = [
      rule("g", .group(target: "kind", variable: "age")), rule("x", .exclude(when: .isKnown(variable: "age"))),
      rule(
        "i",
        .impute(Imputation(target: "kind", variable: "kind", among: nil, strata: ["age", "kind"], minimumKnown: 5))),
      rule("d", .derive(target: "kind", cases: [.init(condition: .always, value: "child")], otherwise: "unknown")),
    ]
    let dutch = try body("rules", pages(monitor), .nl)
    #expect(
      dutch.contains(
        [
          "<li id=\"rule-g\"><h3>Regel 1, soort groeperen<span class=\"kind\">groepering</span></h3><p>Reden.</p>",
          "<p class=\"workings\">Leeftijd wordt ‘soort’ volgens de groepen in het codeboek.</p>",
          "<p class=\"source\">Bron: Bron 1</p></li>",
        ].joined()))
    #expect(dutch.contains("<p class=\"workings\">Telt niet mee: leeftijd is bekend.</p>"))
    #expect(
      dutch.contains(
        "Onbekend ‘soort’ wordt verdeeld binnen groepen met gelijke leeftijd, soort, als daarvan ten minste 5 bekend zijn."
      ))
    #expect(
      dutch.contains(
        [
          "<details><summary>‘soort’ volgens de eerste regel die past</summary><ol><li>Altijd: <strong>Kinderen</strong></li>",
          "<li>Anders: <strong>Onbekend</strong></li></ol></details>",
        ].joined()))
    let english = try body("rules", pages(monitor), .en)
    for words in [
      "<span class=\"kind\">grouping</span>", "<span class=\"kind\">exclusion</span>",
      "<span class=\"kind\">imputation</span>", "<span class=\"kind\">derivation</span>",
      "Age becomes ‘kind’ by the groups in the codebook.", "Left out: age is known.",
      "Unknown ‘kind’ is allotted within groups equal in age, kind, when at least 5 of these are known.",
    ] {
      #expect(english.contains(words), "\(words)")
    }
  }

  @Test func `a definition has its words and, folded, its categories`() throws {
    #expect(
      try body("definitions", pages(), .nl)
        == [
          "<dl class=\"definitions\"><div id=\"variable-kind\"><dt>Soort</dt>",
          "<dd><p>Wie er kwam.</p><details><summary>2 categorieën</summary><ul><li>Kinderen</li><li>Ouderen</li></ul>",
          "</details></dd></div><div id=\"variable-age\"><dt>Leeftijd</dt><dd></dd></div>",
          "</dl>",
        ].joined())
  }

  // MARK: The steps of a figure

  private struct NotCounted: Error {}

  private func steps(
    _ account: ConfidentialAccount, _ language: Language, population: Figure.Population = .remaining
  ) throws -> [String] {
    var monitor = InventedEdition.monitor()
    guard case .counted(var counted) = monitor.figures[0].numbers else { throw NotCounted() }
    counted.population = population
    monitor.figures[0].numbers = .counted(counted)
    let pages = try pages(monitor, account: account)
    return pages.story(of: pages.publication.tables[0].shape, root: "../", language).map(\.text)
  }

  @Test func `one notification, delivery and case are told in the singular`() throws {
    let one = account(notifications: 1, cases: 1, excluded: [("no-dogs", 1)])
    #expect(
      try steps(one, .nl) == [
        "Uit 1 levering is 1 melding opgenomen.",
        "Meldingen over dezelfde persoon zijn samengenomen: 1 personen per jaar.",
        "1 geval viel buiten de telling. Honden tellen niet mee.", "Kinderen zijn jonger dan 18.",
        "De aantallen staan er zoals ze geteld zijn; er is niets afgerond of weggelaten.",
      ])
    let many = account(notifications: 1234, cases: 2, excluded: [("no-dogs", 0)], deliveries: 2)
    #expect(
      try steps(many, .en) == [
        "From 2 deliveries 1,234 notifications were taken in.",
        "Notifications about the same person were taken together: 2 persons per year.",
        "0 cases were left out of the count. Dogs do not count.", "Children are under 18.",
        "The numbers stand as they were counted; nothing was rounded or left out.",
      ])
  }

  @Test func `nothing received and nothing linked are no steps`() throws {
    #expect(try steps(account(), .en).count == 2)
    #expect(try steps(account(notifications: 1), .en).count == 3)
    #expect(try steps(account(cases: 1), .en).count == 3)
  }

  @Test func `an exclusion is a step of the figures it stands before`() throws {
    let told = account(excluded: [("no-dogs", 2), ("other", 3)])
    #expect(try steps(told, .en, population: .remaining).count { $0.contains("left out of the count") } == 2)
    #expect(try steps(told, .en, population: .all).count { $0.contains("left out of the count") } == 0)
    #expect(try steps(told, .en, population: .after(rule: "no-dogs")).count { $0.contains("left out of") } == 1)
    #expect(try steps(told, .en, population: .after(rule: "kind-from-age")).count { $0.contains("left out of") } == 0)
  }

  @Test func `a rule that imputes says how many, when any were unknown`() throws {
    #expect(
      try steps(account(imputed: (3, 1)), .nl)[0]
        == "Kinderen zijn jonger dan 18. Van 4 onbekende waarden kregen er 3 een waarde.")
    #expect(
      try steps(account(imputed: (0, 1)), .en)[0] == "Children are under 18. Of 1 unknown values 0 received one.")
    #expect(try steps(account(imputed: (0, 0)), .en)[0] == "Children are under 18.")
  }

  @Test(arguments: [
    ("2020-01-31", "31 januari 2020", "31 January 2020"), ("2020-12-01", "1 december 2020", "1 December 2020"),
    ("2020-00-01", "2020-00-01", "2020-00-01"), ("2020-12", "2020-12", "2020-12"),
    ("2020-1-2-3", "2020-1-2-3", "2020-1-2-3"), ("x-01-01", "x-01-01", "x-01-01"),
    ("2020-05-x", "2020-05-x", "2020-05-x"),
  ])
  func `a date is written out from January to December`(_ text: String, _ nl: String, _ en: String) {
    #expect(date(text, .nl) == nl && date(text, .en) == en)
  }
}
