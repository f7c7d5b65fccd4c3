import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `A sum that does not close` {
  private static func found(_ csv: String) -> [Contradiction] {
    PublishedReport(name: "r", cells: TextReading.read(csv, file: "t.csv").cells).contradictions()
  }

  @Test func `is told where one part is larger than the total, when other years add up`() {
    let found = Self.found(
      """
      Month;2015;2016;2017;2018
      A;28399;41801;13096;90359
      B;68607;34151;25807;95384000
      C;55305;20441;40375;45294
      D;16510;51872;88793;33480
      Total;168821;148265;168071;264517

      """)
    #expect(found.map { $0.cells.first?.reference } == ["t|B|2018"])
    #expect(found.first?.expected == "95384")
  }

  @Test func `names a total and a part that changed places`() {
    let found = Self.found(
      """
      Lijst;Stemmen;Zetels
      A;55610;16
      B;178362;17
      C;766107;25
      D;64081;12
      Totaal;468054;70

      """)
    #expect(found.count == 1 && found.first?.certainty == .likely)
    #expect(found.first?.sentence.nl.contains("lijken verwisseld") == true)
  }

  /// Means over five years are rounded each by themselves, and so is what a year differs from them; counts are not.
  private static func meansAmongCounts(_ seed: UInt64) -> InventedSheet {
    var dice = SplitMix(seed: seed)
    let causes = ["Cancer", "Heart", "Lungs", "Brain", "Other"]
    let means = causes.map { _ in (0..<20).map { _ in Double.random(in: 90...400, using: &dice) } }
    let counts = causes.map { _ in (0..<20).map { _ in Double(Int.random(in: 90...400, using: &dice)) } }
    let differences = zip(counts, means).map { zip($0, $1).map { $0 - $1 } }
    func rows(_ part: String, _ numbers: [[Double]]) -> [[String]] {
      let all = (0..<20).map { week in numbers.reduce(0) { $0 + $1[week] } }
      return zip(causes + ["All"], numbers + [all]).map { cause, numbers in
        [part, cause] + numbers.map { InventedSheet.text($0.rounded(), 0) }
      }
    }
    return InventedSheet(
      head: ["Deaths", "Cause"] + (1...20).map { "week \($0)" },
      rows: rows("mean of five years", means) + rows("this year", counts) + rows("difference", differences))
  }

  @Test(arguments: UInt64(0)..<20) func `is none where means stand among counts`(_ seed: UInt64) {
    var sheet = Self.meansAmongCounts(seed)
    #expect(sheet.found.map(\.sentence.en).isEmpty)
    let row = 6 + Int(seed) % 5
    sheet.rows[row][9] = InventedSheet.text((Double(sheet.rows[row][9]) ?? 0) + 30, 0)
    #expect(sheet.found.contains { $0.cells.contains { $0.reference.contains("this year|") } })
  }

  /// Numbers of which a workbook knows more digits than it shows, beside others with a decimal.
  @Test func `is none of numbers that are shown in thousands`() {
    func cell(_ row: String, _ column: String, _ value: Double, _ decimals: Int) -> TableCell {
      var cell = TableCell(
        figure: "t", measure: "animals",
        dimensions: [.init(name: "kind", value: row), .init(name: "country", value: column)], value: value,
        unit: "aantal", line: "")
      (cell.decimals, cell.isRounded) = (decimals, true)
      return cell
    }
    var dice = SplitMix(seed: 5)
    let cells = (0..<30).flatMap { kind -> [TableCell] in
      let decimals = kind < 4 ? 1 : 0
      let numbers = (0..<4).map { _ in Double.random(in: 20...4000, using: &dice) }
      let scale = decimals == 1 ? 10.0 : 1
      return zip(["Aa", "Bb", "Cc", "Dd", "Total"], numbers + [numbers.reduce(0, +)]).map {
        cell("kind \(kind)x", $0, ($1 * scale).rounded() / scale, decimals)
      }
    }
    #expect(PublishedReport(name: "r", cells: cells).contradictions().map(\.sentence.en).isEmpty)
  }

  /// Counts below five are printed as zero: sums with zeros fall short, also where rounding would explain how far.
  @Test(arguments: UInt64(0)..<20) func `is none where zeros stand for what is withheld`(_ seed: UInt64) {
    var dice = SplitMix(seed: seed + 400)
    var rows: [[String]] = []
    for county in 0..<12 {
      let towns = (0..<Int.random(in: 14...40, using: &dice)).map { _ in
        (0..<5).map { _ in
          Int.random(in: 0...9, using: &dice) < 2
            ? Int.random(in: 0...4, using: &dice) : Int.random(in: 5...400, using: &dice)
        }
      }
      let sums = (0..<5).map { column in towns.reduce(0) { $0 + $1[column] } }
      rows.append(["County \(county)x"] + sums.map(String.init))
      for (town, counts) in towns.enumerated() {
        rows.append(["Town \(county)-\(town)x"] + counts.map { $0 < 5 ? "0" : "\($0)" })
      }
    }
    let sheet = InventedSheet(head: ["Place", "Relatives", "Agencies", "Family", "Order", "Other"], rows: rows)
    #expect(sheet.found.map(\.sentence.en).isEmpty)
  }

  @Test func `is none where a column of means stands beside one of counts`() {
    let found = Self.found(
      """
      Regio;Inwoners;Leeftijd
      A;41250;38
      B;60310;44
      C;22107;41
      D;18055;47
      Totaal;141722;42

      """)
    #expect(found.isEmpty)
  }

  @Test func `says that a minus sign is lost where two sums cross`() {
    let found = Self.found(
      """
      Region;Births;Deaths;Natural increase
      A;1200;1300;-100
      B;1250;1310;-60
      C;1190;1290;100
      D;1300;1200;100
      E;1100;1350;-250
      Total;6040;6450;-410

      """)
    #expect(found.map { $0.cells.first?.reference } == ["t|C|Natural increase"])
    #expect(found.first?.certainty == .only)
    #expect(found.first?.sentence.nl.hasSuffix("met -100 klopt dat alles: het minteken is weg.") == true)
  }

  @Test func `looks first at what is left of two others, and is open`() {
    let found = Self.found(
      """
      Jaar;Geboren;Gestorven;Aanwas
      2015;13907;15243;-1336
      2016;14053;15392;-1339
      2017;13784;15543;-1759
      2018;14367;15751;-1384
      2019;14099;15401;29500
      2020;13209;15811;-2602

      """)
    #expect(found.map { $0.cells.first?.reference } == ["t|2019|Aanwas"])
    #expect(found.first?.certainty == .open)
  }

  @Test func `is found in rounded tables of three columns where two of them close`() {
    let found = Self.found(
      """
      Level;2015;2016;2017
      First degree;61690;9720;98140
      Postgraduate;43380;21220;460000
      Research;95230;97420;60550
      All students;200310;128370;163290

      """)
    #expect(found.map { $0.cells.first?.reference } == ["t|Postgraduate|2017"])
  }

  @Test func `is no error of one where numbers are large and few lines close`() {
    let found = Self.found(
      """
      Sector;2013;2014;2015
      Agriculture;181;176;176
      Industry;1386;1379;1426
      Services;6189;5960;6414
      Total;7756;7514;8016

      """)
    #expect(found.isEmpty)
  }

  @Test func `is none where all numbers were moved at random`() {
    let found = Self.found(
      """
      Country;A;B;C;D;E;F
      Australia;165959;63322;119480;162519;175258;86542
      England;4532;2882;7023;6003;5238;9678
      China;6311;5503;7820;4486;2970;6088
      India;5530;8372;2793;7448;2636;5771
      Total;182329;80083;137109;180460;186099;108085

      """)
    #expect(found.isEmpty)
  }

  @Test func `is one of a row that stands there twice`() {
    let found = Self.found(
      """
      Region;2018;2019;2020
      North;3235;6981;2840
      South;3692;913;1972
      South;3692;913;1972
      East;1379;4785;1143
      Total;8306;12679;5955

      """)
    #expect(found.map(\.kind) == [.double])
    #expect(found.first?.sentence.nl.contains("staat er twee keer") == true)
  }
}
