import Invented
import Testing

@testable import Consistency

/// Tables of one figure, wide, as a spreadsheet has them.
private func found(_ text: String) -> [Contradiction] {
  PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
}

@Suite struct `What arithmetic says of a table` {
  @Test func `is silent where numbers were rounded one by one, and says what rounding cannot explain`() {
    let rows = [
      ("Aa", 103.4, 57.3, 46.2), ("Bb", 210.1, 99.9, 110.1), ("Cc", 55.5, 30.3, 25.3), ("Dd", 81.0, 40.2, 40.7),
      ("Ee", 12.9, 6.4, 6.5),
    ]
    func text(_ wrong: Double) -> String {
      "Plats,Alla,Kvinnor,Män\n"
        + rows.map { "\($0.0),\($0.1),\($0.2),\($0.0 == "Cc" ? wrong : $0.3)\n" }.joined()
    }
    #expect(found(text(25.3)).isEmpty)
    #expect(found(text(52.3)).flatMap(\.cells).contains { $0.reference == "t|Cc|Män" })
  }

  @Test func `finds provinces among their towns and the country over the provinces`() {
    let text = { (wrong: Int) in
      "Område,Alla,Kvinnor,Män\nRiket,4180,2171,2009\nNorra,1930,1010,920\nAby,1200,600,600\nBby,730,410,320\nSödra,2250,1161,1089\nCby,1000,501,499\nDby,\(wrong),660,590\n"
    }
    #expect(found(text(1250)).isEmpty)
    #expect(found(text(1520)).contains { $0.cells.contains { $0.reference == "t|Dby|Alla" } })
  }

  @Test(arguments: [3, 36, 40, 50, 60, 90])
  func `takes the total at the same place for the base of a share`(_ share: Int) {
    func text(_ share: Int) -> String {
      "Region,Group,Total,Share (%)\nNorth,30,100,\(share)\nSouth,31,62,50\nEast,43,172,25\nWest,67,122,55\nMiddle,22,220,10\n"
    }
    #expect(found(text(30)).isEmpty)
    #expect(found(text(share)).map { $0.cells.first?.reference } == ["t|North|Share (%)"])
  }

  /// Counts, amounts, their mean and growth, with the mean and growth of all under them.
  @Test func `does not add up means and growth that stand beside counts`() {
    var dice = SplitMix(seed: 20_261_130)
    for rows in (2...17).map({ 2 + $0 % 8 }) {
      var lines = ["Office,Cases,Paid,Mean,Earlier,Growth (%)"]
      var all = (cases: 0, paid: 0, earlier: 0)
      func line(_ name: String, _ cases: Int, _ paid: Int, _ earlier: Int) -> String {
        let growth = (1000 * Double(cases - earlier) / Double(earlier)).rounded() / 10
        return "\(name),\(cases),\(paid),\(Int((Double(paid) / Double(cases)).rounded())),\(earlier),\(growth)"
      }
      for row in 0..<rows {
        let (cases, mean) = (Int.random(in: 40...900, using: &dice), Int.random(in: 2000...9000, using: &dice))
        let (paid, earlier) = (cases * mean + 7, Int.random(in: 40...900, using: &dice))
        lines.append(line("O\(Character(UnicodeScalar(UInt8(97 + row))))", cases, paid, earlier))
        all = (all.cases + cases, all.paid + paid, all.earlier + earlier)
      }
      lines.append(line("Every office", all.cases, all.paid, all.earlier))
      #expect(found(lines.joined(separator: "\n") + "\n").map(\.sentence.en) == [])
    }
  }

  /// A hundred per cent is the total of the rows above it, and not of those below.
  @Test(arguments: ["5130", "13.95", "36700"])
  func `knows the total by its hundred per cent, also where rows follow`(_ wrong: String) {
    let text =
      "List,Votes,%\nAa,4120,11.23\nBb,9250,25.20\nCc,5118,13.95\nDd,18212,49.62\nValid,36700,100.00\nBlank,312,\nVoters,37012,\nElectors,60114,\n"
    #expect(found(text).isEmpty)
    let changed =
      switch wrong {
      case "5130": text.replacing("5118", with: wrong)
      case "36700": text.replacing("Valid,36700", with: "Valid,37600")
      default: text.replacing("13.95", with: "31.95")
      }
    #expect(!found(changed).isEmpty)
  }

  /// People by age in thousands, each number rounded by itself: small tables in which half of the sums miss by one.
  @Test func `calls nothing in a small table in thousands an error`() {
    var (dice, findings) = (SplitMix(seed: 66), 0)
    for table in 0..<80 {
      var lines = ["Alter,Männlich,Weiblich,Insgesamt"]
      var all = (0.0, 0.0)
      for row in 0..<(3 + table % 7) {
        let (men, women) = (Double.random(in: 300...2900, using: &dice), Double.random(in: 300...2900, using: &dice))
        lines.append("Gruppe \(row + 1),\(men.whole),\(women.whole),\((men + women).whole)")
        all = (all.0 + men, all.1 + women)
      }
      lines.append("Insgesamt,\(all.0.whole),\(all.1.whole),\((all.0 + all.1).whole)")
      let contradictions = found(lines.joined(separator: "\n") + "\n")
      #expect(contradictions.allSatisfy { $0.severity == .rounding }, "\(contradictions.map(\.sentence.en))")
      findings += contradictions.count
    }
    #expect(findings <= 20)
  }

  @Test func `knows what is withheld as no more than its bounds`() {
    let rows = "Stad,Totaal,a,b\nAa,30,10,20\nBb,44,<5,41\nCc,17,8,9\nDd,25,13,12\n"
    #expect(found(rows).isEmpty)
    #expect(found(rows.replacing("Bb,44", with: "Bb,64")).contains { $0.cells.first?.reference == "t|Bb|Totaal" })
  }
}

@Suite struct `Rules over one figure` {
  @Test func `refuse half a person and a count below zero`() {
    let rows = "Stad,2019,2020\nAa,12,14\nBb,20,11.5\nCc,31,7\nDd,8,9\nEe,15,16\n"
    #expect(found(rows).map(\.kind) == [.impossible] && found(rows).first?.cells.first?.reference == "t|Bb|2020")
    #expect(found(rows.replacing("11.5", with: "11")).isEmpty)
    let summed = "Stad,2019,2020,Samen\nAa,12,14,26\nBb,20,11,31\nCc,31,-7,38\nDd,8,9,17\nEe,15,16,31\nFf,52,31,83\n"
    #expect(found(summed).first?.cells.first?.reference == "t|Cc|2020")
    #expect(found(summed.replacing("-7", with: "7")).isEmpty)
  }

  @Test func `leave alone what may be below zero`() {
    #expect(found("Plaats,jan,feb\nAa,12,14\nBb,20,11\nCc,31,-7\nDd,8,9\nEe,15,16\n").isEmpty)
  }

  @Test func `let a growth be below zero and above a hundred`() {
    #expect(found("Land,Groei %\nAa,3.1\nBb,-2.0\nCc,5.5\nDd,120.0\nEe,4.0\nFf,1.0\n").isEmpty)
  }

  @Test func `expect shares to make a hundred where most lines do`() {
    let rows = "Jaar,a (%),b (%),c (%)\n2018,20,30,50\n2019,25,35,40\n2020,26,33,41\n2021,10,43,40\n2022,11,44,45\n"
    let all = found(rows).filter { $0.kind == .percentage }
    #expect(all.map(\.published) == ["93"] && all.map(\.expected) == ["100"])
    #expect(found(rows.replacing("10,43,40", with: "10,50,40")).isEmpty)
  }

  @Test func `see a cumulative series fall`() {
    let rows = "Week,Cases,Cumulative\n1,5,5\n2,7,12\n3,4,16\n4,9,25\n5,6,31\n6,8,39\n"
    #expect(found(rows).isEmpty)
    #expect(
      found(rows.replacing(",16\n", with: ",61\n")).contains { $0.cells.contains { $0.reference == "t|3|Cumulative" } })
  }

  @Test func `know which means whole numbers can have`() {
    let rows = "Group,n,Mean\nA,12,3.58\nB,15,4.07\nC,11,2.91\nD,14,5.21\nE,13,3.92\n"
    #expect(found(rows).isEmpty)
    #expect(found(rows.replacing("2.91", with: "2.97")).map(\.summary) == ["mean error t: 3.00 for 2.97"])
  }

  @Test func `see where classes leave a number out`() {
    let rows = "Leeftijd,Personen\n0-4,10\n5-9,11\n10-14,12\n15-19,13\n20-24,14\n"
    #expect(found(rows).isEmpty)
    #expect(found(rows.replacing("15-19", with: "16-19")).map(\.kind) == [.classes])
  }

  @Test func `see two numbers that changed places`() throws {
    let rows = "Stad,a,b,Som\nAa,12,31,43\nBb,20,15,35\nCc,44,9,53\nDd,8,27,35\nSom,84,82,166\n"
    #expect(found(rows).isEmpty)
    let swapped = found(rows.replacing("Aa,12,31", with: "Aa,31,12"))
    #expect(swapped.count == 1)
    #expect(Set(try #require(swapped.first).cells.prefix(2).map(\.reference)) == ["t|Aa|a", "t|Aa|b"])
  }

  @Test func `hold rates of one line against each other where their base is not printed`() {
    let lines = [(50_000, 1), (83_000, 2), (41_000, 3), (120_000, 4), (67_000, 5), (98_000, 6)]
    func text(_ wrong: Bool) -> String {
      "Place,Thefts,Thefts per 1 000,Fires,Fires per 1 000,Frauds,Frauds per 1 000\n"
        + lines.map { base, seed in
          let counts = [seed * 97 + 210, seed * 41 + 130, seed * 59 + 470]
          return "P\(seed),"
            + counts.enumerated().map { index, count in
              let rate = Double(count) * 1000 / Double(base) * (wrong && seed == 3 && index == 1 ? 1.4 : 1)
              return "\(count),\(NumberText.plain(rate, decimals: 2))"
            }.joined(separator: ",") + "\n"
        }.joined()
    }
    #expect(found(text(false)).isEmpty)
    #expect(found(text(true)).count <= 1)
  }
}

extension Double {
  /// Rounded to a whole number.
  fileprivate var whole: Int { Int(rounded()) }
}
