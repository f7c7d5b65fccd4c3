import Charts
import Foundation
import Model
import Testing

@testable import Disclosure
@testable import Reporting

@Suite struct EstimateReportTests {
  private func estimate() throws -> PublishedEstimate {
    let publication = Publication(of: [], estimates: [InventedCard.brought], under: InventedCard.policy)
    return try #require(publication.estimate(named: "card"))
  }

  private func report() throws -> EstimateReport { try EstimateReport(estimate(), in: .en, version: "1") }

  /// Counts below 30 are withheld.
  private var guarded: PublishedCard {
    PublishedCard(InventedCard.brought) { $0 < 30 ? .suppressed(.primary) : .exact(Quantity($0)) }
  }

  @Test func `a card is a page in each language with its numbers and the style of an edition`() throws {
    let files = try report().files
    #expect(files.map(\.path) == ["assets/edition.css", "assets/zicht.svg", "card.en.html", "card.html", "card.json"])
    for (path, language, other) in [("card.html", "nl", "card.en.html"), ("card.en.html", "en", "card.html")] {
      let file = try #require(files.first { $0.path == path })
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(page.contains("<html lang=\"\(language)\">") && page.contains("href=\"\(other)\""))
      #expect(page.contains("default-src 'none'") && !page.contains("<script") && !page.contains("style=\""))
      #expect(page.contains("&lt;i&gt;") && !page.contains("<i>"))
      #expect(page.components(separatedBy: "<svg").count == 11 && page.contains("href=\"card.json\""))
    }
  }

  @Test func `the numbers of a card are JSON with sorted keys`() throws {
    let file = try #require(try report().files.first { $0.path == "card.json" })
    #expect(String(decoding: file.bytes, as: UTF8.self) == Self.json)
  }

  @Test func `a card without a subject has the facts and the sections that its numbers fill`() throws {
    let page = try estimate().card.page(in: .nl)
    #expect(page.title == "De verborgen populatie")
    #expect(page.facts.map(\.value) == ["80", "2", "10", "310 – 1.250"])
    #expect(page.sections.map(\.id) == Self.sections && page.yearly == nil)
    #expect(page.sections[2].tables[0].rows == [["A", "60", "50"], ["<i>", "30", "20"]])
    #expect(page.sections[2].tables[2].rows == [["A × <i>", "10"]])
  }

  private static let sections = [
    "assumptions", "methods", "overlaps", "models", "top-models", "sensitivity", "technical",
  ]

  @Test func `before the account stands what a reader takes along`() throws {
    let page = try estimate().card.page(in: .nl)
    #expect(page.lead == "Ongeveer 610 mensen, met 95% zekerheid tussen 310 en 1.300; gezien zijn er 80.")
    #expect(
      page.answers.map(\.name) == [
        "Hoeveel zijn er gezien?", "Waarom zo ruim?", "Wat zou het meest helpen?",
        "Wat is er tegen het getal te zeggen?", "Wat laat geen lijst zien?",
      ])
    #expect(
      page.answers[0].value
        == "80 mensen op ten minste een van 2 lijsten, naar schatting 6% tot 26% van allen. Op meer "
        + "dan een lijst staan er 10: daaruit volgt hoeveel mensen op geen lijst staan.")
    #expect(page.iceberg == Iceberg(observed: 80, smallest: 310, largest: 1_280).map { .iceberg($0) })
    #expect(page.account == "Verantwoording voor wie het wil narekenen")
    #expect(page.sections.first?.list.count == 4)
    #expect(page.sections.last?.text.first == "Intervallen uit 400 herhalingen of meer, startwaarde 7.")
  }

  @Test func `a count that is withheld is its mark on the page, its word in JSON and in no picture`() throws {
    let page = guarded.page(in: .nl)
    #expect(page.facts.map(\.value) == ["80", "2", "×", "310 – 1.250"])
    #expect(page.sections[2].tables[0].rows == [["A", "60", "50"], ["<i>", "30", "×"]])
    #expect(page.sections[2].tables[2].rows == [["A × <i>", "×"]])
    guard case .overlaps(let plot) = page.sections[2].picture else {
      Issue.record("no overlaps")
      return
    }
    #expect(plot.combinations == [.init(members: [0], persons: 50)] && plot.withheld == 2)
    #expect(plot.lists == [.init(name: "A", persons: 60), .init(name: "<i>", persons: 30)])
    let json = String(decoding: try guarded.json(in: .nl), as: UTF8.self)
    #expect(json.contains("\"now\" : \"suppressed\"") && json.contains("\"persons\" : 60"))
    #expect(guarded.text(in: .nl).contains("Op beide lijsten  personen\nA × <i>                  ×\n"))
  }

  @Test func `without the number seen nothing is drawn that shows it`() {
    let card = PublishedCard(InventedCard.brought) { _ in .suppressed(.secondary) }
    let page = card.page(in: .en)
    #expect(page.sections.map(\.id) == Self.sections && page.iceberg == nil)
    let charts = page.sections.compactMap { section in section.picture.flatMap { $0.chart(in: .en) } }
    #expect(charts.isEmpty)
  }

  @Test func `the text of a card names everything in the language of its reader`() throws {
    let card = try estimate().card
    let (dutch, english) = (card.text(in: .nl), card.text(in: .en))
    #expect(
      dutch.contains("80 personen op ten minste een van 2 lijsten\n\nLijst  personen  alleen hier\nA            60"))
    #expect(english.contains("80 persons on at least one of 2 lists\n\nList  persons  only here\nA          60"))
    for method in card.estimates.map(\.method) {
      #expect(dutch.contains(method.assumption.nl) && english.contains(method.assumption.en))
    }
    #expect(english.contains("One method gives a credible estimate: 600 persons") && dutch.contains("zonder A"))
  }

  @Test func `a card takes the place of a card and of nothing else`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-card-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appendingPathComponent("kaart")
    try report().write(to: target.path)
    try report().write(to: target.path)
    try Data("brief".utf8).write(to: folder.appendingPathComponent("brief.txt"))
    #expect(throws: EditionWritingError.occupied(folder: folder.path)) { try report().write(to: folder.path) }
  }

  private static let json = """
    {
      "assumptions" : [
        "A closed group: in the time the lists are about nobody joins it and nobody leaves.",
        "Linkage without errors: who is on two lists was recognised as one person, and no two people were taken for one. Missed links make the estimate too high, false ones too low.",
        "One definition: all lists are about the same kind of people, in the same area and at the same time.",
        "Everybody can be found: each of them could have been on at least one of the lists."
      ],
      "combinations" : [
        {
          "lists" : [
            "A"
          ],
          "persons" : 50
        },
        {
          "lists" : [
            "<i>"
          ],
          "persons" : 20
        },
        {
          "lists" : [
            "A",
            "<i>"
          ],
          "persons" : 10
        }
      ],
      "estimates" : [
        {
          "aic" : 15.5,
          "assumption" : "Only pairs of lists depend on each other, and stepwise testing finds the pairs that matter.",
          "bic" : 12.5,
          "counts" : true,
          "deviance" : 1.5,
          "estimate" : 600,
          "existence" : "exists",
          "identifiable" : true,
          "intervals" : [
            {
              "kind" : "bca",
              "level" : 0.8,
              "lower" : 500,
              "upper" : 700
            },
            {
              "kind" : "bca",
              "level" : 0.95,
              "lower" : 480,
              "upper" : 900
            }
          ],
          "loglikelihood" : -4.5,
          "method" : "stepwise",
          "model" : "[1,2]",
          "modelInWords" : "no lists hang together",
          "observed" : 80,
          "parameters" : 3,
          "replicates" : 400,
          "seed" : 7,
          "standardError" : 2.5,
          "warnings" : [
            "Without one person with some combination of lists there is no estimate (2 times): it hangs on a few persons."
          ]
        }
      ],
      "headline" : {
        "doubt" : "Only 10 persons are on more than one list: the number hangs on a few people.",
        "estimate" : 610,
        "lower" : 310,
        "parts" : [
          {
            "estimate" : 590,
            "lower" : 310,
            "personsDiffer" : false,
            "stays" : true,
            "upper" : 800,
            "weight" : 0.75
          },
          {
            "estimate" : 700,
            "lower" : 350,
            "personsDiffer" : true,
            "stays" : true,
            "upper" : 1250,
            "weight" : 0.25
          }
        ],
        "upper" : 1250
      },
      "lists" : [
        {
          "label" : "A",
          "name" : "A",
          "onlyHere" : 50,
          "persons" : 60
        },
        {
          "label" : "<i>",
          "name" : "<i>",
          "onlyHere" : 20,
          "persons" : 30
        }
      ],
      "missing" : [
        {
          "method" : "lcm",
          "reason" : "not asked for."
        }
      ],
      "observed" : 80,
      "overlaps" : [
        {
          "lists" : [
            "A",
            "<i>"
          ],
          "persons" : 10
        }
      ],
      "ranking" : {
        "all" : 2,
        "best" : [
          {
            "bic" : 12.5,
            "estimate" : 600,
            "model" : "[1,2]",
            "modelInWords" : "no lists hang together",
            "weight" : 1
          }
        ],
        "valid" : 1
      },
      "sensitivity" : {
        "changes" : {
          "highest-order" : [
            {
              "change" : "xi = 0.5",
              "estimate" : 750
            }
          ],
          "without-list" : [
            {
              "change" : "without A"
            }
          ]
        },
        "consistency" : [
          {
            "estimate" : 64.5,
            "known" : 60,
            "list" : "A"
          }
        ],
        "estimate" : 600,
        "overlapToHalveTheInterval" : {
          "needed" : 22.5,
          "now" : 10
        },
        "rule" : "weighed"
      },
      "spread" : {
        "largest" : 600,
        "largestMethod" : "stepwise",
        "methods" : 1,
        "smallest" : 600,
        "smallestMethod" : "stepwise"
      },
      "topModels" : [
        {
          "intervals" : [
            {
              "kind" : "bca",
              "level" : 0.8,
              "lower" : 500,
              "upper" : 700
            },
            {
              "kind" : "bca",
              "level" : 0.95,
              "lower" : 480,
              "upper" : 900
            }
          ],
          "top" : 1
        },
        {
          "intervals" : [
            {
              "kind" : "bca",
              "level" : 0.8,
              "lower" : 500,
              "upper" : 700
            },
            {
              "kind" : "bca",
              "level" : 0.95,
              "lower" : 480,
              "upper" : 900
            }
          ],
          "top" : 2
        }
      ],
      "warnings" : [

      ],
      "years" : [

      ]
    }
    """
}
