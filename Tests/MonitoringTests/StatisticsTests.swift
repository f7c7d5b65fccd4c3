import Foundation
import Invented
import Model
import Testing

@testable import Monitoring

struct StatisticsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ text: String, named name: String = "tabel.csv") throws -> String {
    let path = folder.path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func answer(
    _ method: StatisticsMethod, _ text: String, choosing: [StatisticsColumn: String] = [:],
    _ change: (inout StatisticsSettings) -> Void = { _ in }
  ) throws -> StatisticsAnswer {
    var settings = StatisticsSettings()
    change(&settings)
    return try StatisticsAnswer(
      method, of: StatisticsSheet(contentsOf: file(text), choosing: choosing), using: settings, in: .nl)
  }

  /// A method, a table and the first sentence; the numbers are those of the tests of each method.
  static let sentences: [(StatisticsMethod, String, String)] = [
    (.counts, "aantal\n8\n", "Geteld: 8. Het niveau daarachter ligt tussen 3,5 en 15,8 (95%)."),
    (.shares, "aantal;totaal\n23;128\n", "Van 128 zijn er 23: tussen 12,3% en 25,5% (95%)."),
    (.change, "eerst;daarna\n12;15\n", "Van 12 naar 15: geen duidelijke verandering (p = 0,7011)."),
    (.change, "jaar;aantal\n2017;197\n2018;328\n", "Van 197 naar 328: een duidelijke stijging (p < 0,0001)."),
    (
      .change, "regio;jaar;aantal\nA;2017;260\nA;2018;97\nB;2017;3\nB;2018;9\n",
      "Van 2 veranderingen is er 1 duidelijk, nu er zo veel tegelijk worden bekeken (Holm, 95%)."
    ),
    (
      .dispersion, "regio;jaar;aantal\nA;2017;10\nA;2018;20\nB;2017;20\nB;2018;10\n",
      "De aantallen lopen 6,7 keer zo ver uiteen als bij losse personen past (X² = 6,7, 1 vrijheidsgraad, p = 0,0098)."
    ),
    (
      .funnel, "gemeente;aantal;inwoners\nA;10;1000\nB;12;1000\nC;40;1000\n",
      "Over alles samen is het 2,1%. Van 3 groepen ligt er 1 buiten de grenzen van 99,8% en nog 1 buiten die van 95%."
    ),
    (
      .survival, "tijd;gebeurtenis\n1;1\n2;0\n3;1\n4;0\n",
      "Na 4 is het bij 37,5% nog niet gebeurd; 4 gevolgd, 2 keer gebeurd."
    ),
    (.incidence, "tijd;gebeurtenis\n1;1\n2;2\n3;0\n4;0\n", "Na 4 gebeurd: soort 1 bij 25,0%, soort 2 bij 25,0%."),
    (
      .unknowns, "aantal;bekend;onbekend\n30;80;20\n",
      "Van wie het bekend is, is het 37,5%; wat onbekend is, laat 30,0% tot 50,0% toe."
    ),
    (
      .compare, "p\n0,01\n0,04\n0,03\n",
      "Van 3 kansen liggen er 3 onder 0,05; na Holm nog 1, na Benjamini en Hochberg nog 3."
    ),
    (
      .pool, "schatting;standaardfout\n1;0,7071067811865476\n2;0,7071067811865476\n3;0,7071067811865476\n",
      "Over 3 imputaties is de schatting 2,0000, tussen -1,8467 en 5,8467 (95%)."
    ),
  ]

  @Test(arguments: sentences)
  func `a method says first what it found`(_ method: StatisticsMethod, _ text: String, _ expected: String) throws {
    #expect(try answer(method, text).sentences.first == expected)
  }

  @Test func `every method but the two with other needs is in that list`() {
    let others = Set(StatisticsMethod.allCases).subtracting(Self.sentences.map { $0.0 })
    #expect(others == [.series, .rake])
  }

  @Test(arguments: [
    ("2023", 2023, 1), ("2023-05", 2023 * 12 + 4, 12), ("05-2023", 2023 * 12 + 4, 12), ("mei 2023", 2023 * 12 + 4, 12),
    ("2023 May", 2023 * 12 + 4, 12), ("2023-05-01", 2023 * 12 + 4, 12), ("mrt 2023", 2023 * 12 + 2, 12),
    ("2023-Q2", 2023 * 4 + 1, 4), ("2e kwartaal 2023", 2023 * 4 + 1, 4), ("Q2 2023", 2023 * 4 + 1, 4),
    ("2023*", 2023, 1), ("202312", 2023 * 12 + 11, 12),
  ])
  func `periods are put in time however they are written`(_ text: String, _ index: Int, _ unit: Int) throws {
    let period = try #require(StatisticsPeriod(text))
    #expect(period.index == index && period.unit.rawValue == unit)
  }

  @Test(arguments: ["", "week 3", "2023-13", "eerst", "jan", "0000", "2023-05-17", "5e kwartaal 2023", "20230"])
  func `what is no year, quarter or month is not guessed at`(_ text: String) {
    #expect(StatisticsPeriod(text) == nil)
  }

  @Test func `the order of rows reaches no change`() throws {
    let rows = ["A;2023;40", "A;2024;12", "B;2023;20", "B;2024;22", "A;2022;35"]
    let reference = try answer(.change, "regio;jaar;aantal\n" + rows.joined(separator: "\n") + "\n")
    #expect(reference.sentences.count == 2)
    for seed in 1..<6 {
      var generator = SplitMix(seed: UInt64(seed))
      let mixed = try answer(
        .change, "regio;jaar;aantal\n" + rows.shuffled(using: &generator).joined(separator: "\n") + "\n")
      #expect(mixed.sentences == reference.sentences)
      #expect(Set(mixed.rows.map { "\($0.prefix(5))" }) == Set(reference.rows.map { "\($0.prefix(5))" }))
    }
    let unread = try answer(.change, "periode;aantal\nvoor;12\nna;15\n")
    #expect(unread.sentences.contains { $0.contains("in de volgorde van het bestand") })
  }

  @Test func `a period that comes twice, and a month that is missing, stop a change or a series`() throws {
    #expect(throws: MonitoringError.self) { try answer(.change, "jaar;aantal\n2022;3\n2023;4\n2023;5\n") }
    let months = (0..<24).map { (2022 + $0 / 12, $0 % 12 + 1, 10 + $0) }
    let lines = months.map { "\($0.0)-\($0.1 < 10 ? "0" : "")\($0.1);\($0.2)" }
    let whole = try answer(.series, "maand;aantal\n" + lines.joined(separator: "\n")) { $0.breakAt = "2023-03" }
    let mixed = try answer(.series, "maand;aantal\n" + lines.reversed().joined(separator: "\n")) {
      $0.breakAt = "maart 2023"
    }
    #expect(whole.rows.map { "\($0)" } == mixed.rows.map { "\($0)" })
    var gap = lines
    gap.remove(at: 7)
    #expect(throws: MonitoringError.self) {
      try answer(.series, "maand;aantal\n" + gap.joined(separator: "\n")) { $0.breakAt = "2023-03" }
    }
    #expect(throws: MonitoringError.self) {
      try answer(.series, "jaar;aantal\n" + (2001..<2020).map { "\($0);\($0 % 7 + 10)" }.joined(separator: "\n")) {
        $0.breakAt = "2010"
      }
    }
  }

  @Test func `a series names its break, and speaks of the level after it`() throws {
    let counts = (1...24).map { "m\($0);\($0 >= 13 ? 20 : 40)" }.joined(separator: "\n")
    let found = try answer(.series, "maand;aantal\n\(counts)\n") { $0.breakAt = "m13" }
    #expect(found.sentences[0].hasPrefix("Vanaf m13 ligt het niveau 50,0% lager dan zonder breuk (p "))
    let even = (1...24).map { "m\($0);40" }.joined(separator: "\n")
    let none = try answer(.series, "maand;aantal\n\(even)\n") { $0.breakAt = "13" }
    #expect(none.sentences[0] == "Vanaf 13 is er geen duidelijke verandering van het niveau (p = 1,0000).")
  }

  @Test func `a table is fitted to the totals of two files`() throws {
    let rows = try file("groep;totaal\na;30\nb;70\n", named: "rijen.csv")
    let columns = try file("groep;totaal\nx;20\ny;80\n", named: "kolommen.csv")
    let found = try answer(.rake, "rij;kolom;aantal\na;x;1\na;y;1\nb;x;1\nb;y;1\n") {
      ($0.rowTotals, $0.columnTotals) = (rows, columns)
    }
    let expected =
      "De tabel is passend gemaakt op 100 in 2 rijen en 2 kolommen; het zwaarst gewogen vak telt 56,00 keer."
    #expect(found.sentences[0] == expected)
    #expect(found.text.split(separator: "\n").last?.split(separator: " ") == ["b", "y", "1", "56,0"])
  }

  @Test func `columns are recognised in English, with commas, and pointed at where they are not`() throws {
    #expect(try answer(.shares, "count,total\n23,128\n").sentences[0].hasPrefix("Van 128 zijn er 23"))
    let pointed = try answer(
      .shares, "seen\tall\n23\t1.128\n", choosing: [.count: "seen", .total: "all"])
    #expect(pointed.sentences[0].hasPrefix("Van 1.128 zijn er 23"))
  }

  /// What is wrong, and the whole sentence; the offending cell is the one that cannot be.
  @Test(arguments: [
    (
      StatisticsMethod.counts, "aantal\n8\nx\n",
      "tabel.csv, rij 3, kolom aantal: hier staat geen heel getal. Vul een aantal in, zoals 12."
    ),
    (
      .counts, "aantal\n-8\n", "tabel.csv, rij 2, kolom aantal: hier staat een negatief getal. Een aantal is 0 of meer."
    ),
    (
      .counts, "aantal;groep\n;a\n", "tabel.csv, rij 2, kolom aantal: deze cel is leeg. Vul haar in of haal de rij weg."
    ),
    (
      .counts, "aantal\n",
      "tabel.csv heeft geen rijen met gegevens. Zet in de eerste rij de namen van de kolommen en "
        + "daaronder de gegevens."
    ),
    (
      .counts, "hoeveel\n8\n",
      "tabel.csv heeft geen kolom 'aantal'. De kolommen zijn: hoeveel. Geef de kolom een van de "
        + "namen aantal, count, n, of wijs hem aan met --column count=NAAM."
    ),
    (
      .shares, "aantal;totaal\n9;8\n",
      "tabel.csv, rij 2, kolom aantal: het aantal is groter dan het totaal. Verbeter een van beide."
    ),
    (
      .change, "aantal\n8\n9\n",
      "tabel.csv: er is geen kolom met perioden (jaar, maand of periode), en geen twee kolommen "
        + "om te vergelijken (eerst en daarna). Voeg ze toe of wijs ze aan met --column."
    ),
    (.change, "jaar;aantal\n2017;9\n", "tabel.csv: geen groep heeft twee perioden, dus is er niets te vergelijken."),
    (
      .dispersion, "regio;jaar;aantal\nA;2017;9\nA;2018;9\n",
      "tabel.csv: er is maar één groep of één periode, dus is er niets te vergelijken."
    ),
    (.funnel, "aantal;totaal\n1;8\n", "tabel.csv: er is maar één groep. Een trechter vergelijkt groepen met elkaar."),
    (
      .funnel, "aantal;totaal\n1;8\n0;0\n",
      "tabel.csv, rij 3, kolom totaal: het totaal is 0, zodat er niets te verwachten valt. Haal de rij weg."
    ),
    (
      .series, "aantal\n1\n2\n",
      "Zeg met --break vanaf welke maand het niveau anders kan zijn: haar naam in de kolom met "
        + "perioden, of haar volgnummer."
    ),
    (
      .survival, "tijd;gebeurtenis\n3;2\n",
      "tabel.csv, rij 2, kolom gebeurtenis: hier hoort 1 als het gebeurd is en 0 als het niet gebeurd is."
    ),
    (
      .survival, "tijd;gebeurtenis\n-3;1\n",
      "tabel.csv, rij 2, kolom tijd: hier staat een negatief getal; dat kan hier niet."
    ),
    (.incidence, "tijd;gebeurtenis\n3;0\n", "tabel.csv: er is niets gebeurd: alle gebeurtenissen zijn 0."),
    (
      .unknowns, "aantal;bekend;onbekend\n9;8;1\n",
      "tabel.csv, rij 2, kolom aantal: het aantal is groter dan het aantal bekenden. Verbeter een van beide."
    ),
    (.compare, "p\n1,2\n", "tabel.csv, rij 2, kolom p: een kans ligt van 0 tot en met 1."),
    (
      .pool, "schatting;standaardfout\n1;1\n",
      "tabel.csv: er is maar één imputatie. Samenvoegen vraagt er ten minste twee."
    ),
    (
      .rake, "rij;kolom;aantal\na;x;1\n",
      "Geef met --row-totals en --column-totals een bestand met de totalen: een kolom "
        + "groep en een kolom totaal."
    ),
  ])
  func `what is wrong is said with its row, and never with what stands there`(
    _ method: StatisticsMethod, _ text: String, _ expected: String
  ) throws {
    #expect(throws: MonitoringError.self) { try answer(method, text) }
    do { _ = try answer(method, text) } catch MonitoringError.data(let message) { #expect(message.nl == expected) }
  }

  @Test func `of many wrong rows ten are told`() throws {
    let rows = (1...13).map { _ in "x" }.joined(separator: "\n")
    do { _ = try answer(.counts, "aantal\n\(rows)\n") } catch MonitoringError.data(let message) {
      let lines = message.nl.split(separator: "\n")
      #expect(lines.count == 11 && lines.last == "En nog 3 rijen.")
    }
  }
}
