import Model
import Testing

@testable import Consistency

@Suite struct `Sums that labels tell of` {
  private static func found(_ csv: String) -> [Contradiction] {
    PublishedReport(name: "r", cells: TextReading.read(csv, file: "t.csv").cells).contradictions()
  }

  /// Land use in three levels, moved in by spaces, in two columns.
  private static let land = """
    land;2022;2023
    Alle grond;491458;370990
      Akkers;138723;116801
        Graan;123515;97646
          Tarwe;86338;25836
          Gerst;30667;64737
          Haver;6510;7073
        Koolzaad;11199;14122
        Bieten;4009;5033
      Weiland;254103;183363
      Heide;98632;70826
    """

  @Test func `hold in three levels of spaces before them`() {
    #expect(Self.found(Self.land).isEmpty)
  }

  @Test(arguments: [("123515", "132515", "Graan"), ("116801", "11680", "Akkers"), ("183363", "138363", "Weiland")])
  func `name what is wrong in two columns of them`(_ right: String, _ wrong: String, _ label: String) throws {
    let found = Self.found(Self.land.replacing(right, with: wrong))
    #expect(found.count == 1 && found.first?.kind == .sum)
    #expect(found.first?.sentence.nl.contains("t, \(label), ") == true)
  }

  @Test func `are left alone where only some of the parts are printed`() {
    let partial = Self.land.split(separator: "\n").filter { !$0.contains("Haver") && !$0.contains("Bieten") }
    #expect(Self.found(partial.joined(separator: "\n")).isEmpty)
  }

  @Test func `have a total in the middle, by what it is called`() throws {
    let table = """
      Merkmal;2019;2020;2021
      Öffentlich;587;483;694
      Kirchlich;679;492;562
      Privat;565;691;572
      Krankenhäuser insgesamt;1831;1174;1828
      darunter: an Universitäten;34;35;36
      """
    let found = Self.found(table)
    #expect(found.count == 1 && found.first?.cells.first?.reference == "t|Krankenhäuser insgesamt|2020")
    #expect(Self.found(table.replacing("1174", with: "1666")).isEmpty)
  }

  @Test func `leave out what says that it is a part`() throws {
    let table = """
      secteur;2019;2020;2021
      Agriculture;180;189;189
      Industrie;1470;1330;1360
      dont : automobile;882;798;816
      Services;5916;6484;6145
      dont : public;651;713;676
      Ensemble;7566;8003;7694
      """
    #expect(Self.found(table).isEmpty)
    let found = Self.found(table.replacing("8003", with: "8030"))
    #expect(found.count == 1 && found.first?.cells.first?.reference == "t|Ensemble|2020")
  }

  @Test func `are not taken for sums where numbers were moved at random`() {
    let table = """
      x;2019;2020
      a;1803;1891
      b;14702;13308
      c;59166;64841
      Összesen;75671;80043
      """
    #expect(Self.found(table).isEmpty)
  }
}
