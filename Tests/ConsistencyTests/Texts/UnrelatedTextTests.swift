import Model
import Testing

@testable import Consistency

/// A text of our own with many numbers, that speaks of the places and parties of the tables in `Fixtures` and of none of
/// their numbers.
@Suite struct UnrelatedTextTests {
  static let english = """
    # Towers, bridges and trains

    The tallest tower in Chicago has 108 floors and stands 442 metres high. Its lifts carry some 25,000 visitors on a busy \
    day. In 2015 a ticket cost 22 dollars, two dollars more than a year earlier. Houston built 14 new bridges in 2014 and \
    39 kilometres of cycle paths. Half of the bridges in Houston are older than 40 years. In New York 472 stations are open \
    all night. About a third of the stations in New York have a lift. Philadelphia planted 1,250 trees along 64 streets in \
    2015. Two out of three trees survived their first winter. The port of Baltimore handled 32.4 million tonnes of goods in \
    2015, and 3 in 4 containers left by train. Denver lies 1,609 metres above the sea. The airport of Dallas has 7 runways \
    and 182 gates. In Cleveland 615 engineers applied for 44 jobs. Washington repaired 87 of its 119 fountains. Three \
    quarters of the fountains in Washington were dry in 2014. Milwaukee brewed 9.2 million barrels in 2014. The number of \
    trams in Milwaukee doubled between 2014 and 2015. Nashville recorded 713 songs in 2015, and Los Angeles 4,120. \
    Quebec has 1,420 lakes of more than 50 hectares, Ontario 3,899. Of the 980 ferries in British Columbia 36 were new in \
    2021. Alberta lost a fifth of its glaciers. In 2021 Nova Scotia caught 210,400 tonnes of fish. China sent 388 athletes \
    and 29 coaches, and stayed 17 nights. Japan won 61% of its matches, and Australia 48%. In first class the tables were \
    laid for 554 guests; third class had 220 cabins. Scotland has 282 peaks above 3,000 feet. In Wales 1,680 miles of \
    footpath were closed in 2016. The ship carried 20 boats, of which 16 were wooden.
    """

  static let dutch = """
    # Molens en fietspaden

    Zie Figuur 2.11 en Tabel 3.12 voor de molens.

    In 2021 telde Nederland 1.186 molens, waarvan er 402 nog malen. De VVD hield 74 bijeenkomsten in 2021 en 91 in 2023. \
    Het CDA verkocht 3.450 boeken. Twee derde van de leden van D66 kwam met de fiets. Op het congres van de PVV zaten in \
    2023 geen 600 mensen in de zaal. De SP deelde 52.000 folders uit in 88 gemeenten. In 2020 kostte een donorkaart 4 cent \
    aan drukwerk. Van de mannen die meefietsten reed 17% verkeerd; van de vrouwen 12%. In 2019 regende het 198 dagen. De \
    partij ChristenUnie bestond in 2021 twintig jaar en had 125 afdelingen. Het aantal molens is sinds 2019 met een kwart \
    gedaald. Ruim de helft van de zetels in de trein was leeg. Een op de drie forenzen stond.
    """

  static let german = """
    # Wälder und Züge

    Die CDU pflanzte 1.520 Bäume in 12 Städten. Die SPD druckte 2.060 Plakate. In Bayern fuhren 4.450 Züge am Tag, davon \
    388 mit Verspätung. Die Grünen sammelten 85.000 Unterschriften. Ein Drittel der Wälder gehört dem Staat. Die FDP \
    mietete 19 Säle mit zusammen 6.300 Plätzen. Im Jahr 2021 wurden 734 Brücken gesperrt. Die Linke wuchs um 11.000 \
    Mitglieder. Die Zahl der Wölfe hat sich zwischen 2014 und 2021 verdreifacht. Die CSU feierte mit 4.500 Gästen. \
    Jeder vierte Zug kam zu spät. Die Hälfte der Bahnhöfe der AfD-Hochburgen ist geschlossen.
    """

  static let french = """
    # Ponts et forêts

    Le Québec compte 9 650 ponts, dont 1 204 à réparer. En 2021, le Canada a planté 31 millions d'arbres. L'Ontario a perdu \
    un quart de ses érables. La France a logé 14 250 athlètes dans 82 bâtiments. L'Italie a bu 40 000 cafés. La moitié des \
    trains du Manitoba roulent à moins de 50 kilomètres à l'heure. Terre-Neuve a vu passer 640 baleines en 2016, et 512 \
    en 2021. Trois forêts sur quatre sont publiques en Alberta. Le prix du billet a doublé entre 2016 et 2021.
    """

  static let spanish = """
    # Puentes y bosques

    Texas construyó 54.100 puentes y California 25.700. En 2020 Florida perdió 3.200 palmeras. Un tercio de las playas de \
    Florida se cerró en 2020. Arizona tiene 194 presas. En Nevada 4 de cada 5 hoteles tienen piscina. El número de trenes \
    en California se redujo a la mitad entre 2010 y 2020. Ohio vendió 812.000 bicicletas. En Georgia se contaron 118 \
    faros, de los cuales 37 funcionan. En Illinois nevó 29 días.
    """

  @Test(arguments: [english, dutch, german, french, spanish])
  func `gives no finding, whatever it names`(_ text: String) throws {
    let cells = try ForeignTable.all.flatMap { try $0.cells() }
    let report = PublishedReport(name: "fixtures", cells: cells)
    let check = TextCheck([ReportText(text, file: "report.md")], against: report)
    #expect(check.contradictions.map(\.sentence.en) == [])
    let account = try #require(check.accounts.first)
    #expect(account.numbers >= 9)
  }

  @Test func `has sixty sentences with numbers at least`() {
    let texts = [Self.english, Self.dutch, Self.german, Self.french, Self.spanish]
    let sentences = texts.flatMap { ReportText($0, file: "report.md").sentences }.filter { !$0.isHeading }
    #expect(sentences.count >= 60)
  }
}
