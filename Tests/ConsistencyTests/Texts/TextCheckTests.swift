import Model
import Testing

@testable import Consistency

/// Texts of a few sentences against the tables in `Fixtures`.
@Suite struct TextCheckTests {
  private static func check(_ text: String, file: String = "report.md") throws -> TextCheck {
    let cells = try ForeignTable.all.flatMap { try $0.cells() }
    return TextCheck([ReportText(text, file: file)], against: PublishedReport(name: "fixtures", cells: cells))
  }

  /// A sentence that cannot be true, what the tables say, and what the text says.
  struct Wrong: Sendable {
    var text: String
    var expected: String
    var published: String
  }

  static let wrong = [
    Wrong(text: "In 2015 Houston recorded 330 murders.", expected: "303", published: "330"),
    Wrong(
      text: "The number of murders in Baltimore rose by 36% between 2014 and 2015.", expected: "63.0", published: "36"),
    Wrong(text: "In 2015 there were 126 killings in Washington.", expected: "162", published: "126"),
    Wrong(text: "Third class lost 258 of its 706 passengers.", expected: "528", published: "258"),
    Wrong(text: "Die CDU kam auf 125 Sitze.", expected: "152", published: "125"),
    Wrong(text: "Die SPD erhielt 206 Sitze, das sind 20,8 Prozent.", expected: "28", published: "20.8"),
    Wrong(text: "De PVV behaalde in 2023 73 zetels.", expected: "37", published: "73"),
    Wrong(
      text: "La population du Québec est passée de 8 164 361 en 2016 à 8 510 833 en 2021.", expected: "8501833",
      published: "8510833"),
    Wrong(text: "Quebec grew by 1.4% between 2016 and 2021.", expected: "4.1", published: "1.4"),
    Wrong(text: "In Scotland 26.0% voted Remain.", expected: "62", published: "26.0"),
    Wrong(text: "En Scotland 1.661.911 personas votaron Remain.", expected: "1661191", published: "1661911"),
    Wrong(text: "China won 27 gold medals.", expected: "40", published: "27"),
    Wrong(text: "Canada had 36,919,981 inhabitants in 2021.", expected: "36991981", published: "36919981"),
  ]

  @Test(arguments: wrong)
  func `find what a sentence cannot mean, and the number it was meant to be`(_ wrong: Wrong) throws {
    let check = try Self.check(wrong.text)
    #expect(check.contradictions.map(\.kind) == [.text])
    #expect(check.contradictions.map(\.published) == [wrong.published])
    let expected = try #require(check.contradictions.first.flatMap { Double($0.expected) })
    #expect(expected == Double(wrong.expected))
    #expect(check.contradictions.first?.passage == .init(file: "report.md", line: 1, quote: wrong.text))
  }

  @Test(arguments: [
    "Houston had the most murders in 2015.", "Murders in Houston fell between 2014 and 2015.",
    "Murders in Houston fell from 242 in 2014 to 303 in 2015.", "Die CSU kam auf 152 Sitze und die CDU auf 45.",
    "De VVD ging van 24 zetels in 2021 naar 34 zetels in 2023.",
  ])
  func `find a claim in words that the table turns round`(_ text: String) throws {
    #expect(try Self.check(text).contradictions.map { $0.passage?.quote } == [text])
  }

  @Test func `leave alone what can be meant, is about something else, or is said with doubt`() throws {
    let text = """
      In 2015 Houston recorded 303 murders, 61 more than in 2014. Chicago counted 478 murders in 2015, up from 411 a year \
      earlier. Chicago had the most murders in 2015. Baltimore employed 2,514 police officers in 2015. In 2015 Chicago had \
      2.7 million inhabitants. In 2012 Houston had 217 murders. The mayor of Houston wants 250 murders in 2015 at most. \
      Could Houston have had 330 murders in 2015?

      Of the 325 passengers in first class 203 were saved, or 62.5%. About 200 first class passengers were saved. More than \
      500 people in third class were lost. See page 258 on third class.

      In 2021 stonden 13,9 miljoen mensen geregistreerd in het Donorregister, tegen 6,9 miljoen in 2020.

      Die CDU kam auf 152 Sitze und die CSU auf 45, zusammen 197.

      Of the young men from Houston 512 went to college in 2015. On 23 June 2015 some 1,200 people marched in Chicago.
      """
    #expect(try Self.check(text).contradictions.map(\.sentence.en) == [])
  }

  @Test func `do not bind a number by its year alone`() {
    let rows =
      "figure,measure,dim1,dim1_value,value,unit,is_total,status,line,note\n"
      + "kern,slachtoffers,jaar,2018,121,personen,0,printed,1,\nkern,slachtoffers,jaar,2019,261,personen,0,printed,1,"
    var reading = TidyReading(TidyText(rows), file: "kern.csv")
    let report = PublishedReport(name: "kern", cells: reading.read().cells)
    let texts = ["In 2018 waren er 112 slachtoffers.", "Figuur 3 noemt voor 2018 112 slachtoffers."]
    let check = TextCheck(texts.map { ReportText($0, file: "verslag.md") }, against: report)
    #expect(check.contradictions.map(\.sentence.nl) == [])
  }

  // MARK: - Words of shares and factors, sums, references

  @Test(arguments: [
    "Murders in Houston doubled between 2014 and 2015.", "Murders in Cleveland halved between 2014 and 2015.",
    "De helft van de zetels ging in 2023 naar de PVV.", "In 2021 woonde driekwart van alle Canada inwoners in Quebec.",
    "Zwei Drittel der Sitze entfielen auf die CDU.",
  ])
  func `find a share or a factor in words that cannot be`(_ text: String) throws {
    #expect(try Self.check(text).contradictions.map { $0.passage?.quote } == [text])
  }

  @Test(arguments: [
    "Murders in Cleveland nearly doubled between 2014 and 2015.", "A quarter of the seats went to the PVV in 2023.",
    "Murders in Denver rose by more than two thirds between 2014 and 2015.",
    "Half of the seats that the PVV won in 2023 had been predicted.",
    "Did murders in Houston double between 2014 and 2015?",
    "In Houston half of the murders were solved in 2015.", "One in four seats in the hall was empty in 2023.",
    "In Houston their number halved between 2014 and 2015.", "In Houston the trains doubled between 2014 and 2015.",
    "Die CDU kam auf 152 Sitze und die CSU auf 45, insgesamt 180 davon direkt.",
    "Die CDU kam auf 152 Sitze und die CSU auf 45, zusammen waren 180 ihrer Leute neu.",
    "Ein Fünftel der Sitze entfiel auf die CDU.",
  ])
  func `leave alone a share or a factor in words that may be`(_ text: String) throws {
    #expect(try Self.check(text).contradictions.map(\.sentence.en) == [])
  }

  @Test func `find a sum that its own parts do not make`() throws {
    let check = try Self.check(
      "Die CDU kam auf 152 Sitze und die CSU auf 45, zusammen 179. Die CDU kam auf 152 Sitze und die CSU auf 45, zusammen 197."
    )
    #expect(check.contradictions.map(\.published) == ["179"])
    #expect(check.contradictions.map(\.expected) == ["197"])
  }

  /// Two figures about the same, of which one has by chance what the text says.
  private static func checkTwo(_ text: String) -> TextCheck {
    let rows = """
      figure,measure,dim1,dim1_value,dim2,dim2_value,value,unit,is_total,status,line,note
      fig-2.7,victims,form,Labour,year,2018,142,persons,0,printed,1,
      fig-2.7,victims,form,Labour,year,2019,228,persons,0,printed,1,
      fig-2.7,victims,form,Criminal,year,2018,36,persons,0,printed,1,
      fig-2.7,victims,form,Criminal,year,2019,196,persons,0,printed,1,
      fig-2.9,victims in the text,form,Labour,year,2019,282,persons,0,printed,1,
      fig-2.9,victims in the text,form,Criminal,year,2019,190,persons,0,printed,1,
      fig-2.8,reports,reporter,Police,year,2018,1442,reports,0,printed,1,
      fig-2.8,reports,reporter,Police,year,2019,2983,reports,0,printed,1,
      fig-2.8,reports,reporter,Border,year,2018,120,reports,0,printed,1,
      fig-2.8,reports,reporter,Border,year,2019,131,reports,0,printed,1,
      """
    var reading = TidyReading(TidyText(rows), file: "two.csv")
    let report = PublishedReport(name: "two", cells: reading.read().cells)
    return TextCheck([ReportText(text, file: "report.md")], against: report)
  }

  @Test func `a figure that is referred to outweighs another that fits`() {
    let wrong = "In 2019 there were 282 victims of labour exploitation (see Figure 2.7)."
    #expect(Self.checkTwo(wrong).contradictions.map(\.expected) == ["228"])
    for text in [
      "In 2019 there were 282 victims of labour exploitation.",
      "In 2019 there were 282 victims of labour exploitation (see Figure 2.9).",
      "In 2019 there were 282 victims of labour exploitation, not 228 (see Figure 2.7).",
      "In 2019 there were 228 victims of labour exploitation (see Figure 2.7).",
    ] {
      #expect(Self.checkTwo(text).contradictions.map(\.sentence.en) == [])
    }
  }

  @Test func `do not take the numbers of figures for the notation of the text`() throws {
    let text =
      "See Figure 2.11 and Figure 2.4. Van Canada kwamen er in 2021 36.991.981 inwoners. Ontario had 14.233.942 inwoners in 2021, zie Figuur 2.7."
    let check = try Self.check(text)
    #expect(check.contradictions.map(\.published) == ["14233942"])
    let thousand = Self.checkTwo("See Figure 2.11 and Figure 2.12. In 2019 the police made 2.938 reports.")
    #expect(thousand.contradictions.map(\.expected) == ["2983"])
  }

  @Test func `account for each number`() throws {
    let account = try #require(
      try Self.check(
        "In 2015 Houston recorded 303 murders. In Houston 330 murders were recorded in 2015. It rained 17 days."
      )
      .accounts.first)
    #expect((account.sentences, account.withNumbers, account.numbers) == (3, 3, 3))
    #expect((account.agreeing, account.contradicted, account.untiedNumbers) == (1, 1, 1))
    #expect(account.untied.map(\.text) == ["It rained 17 days."])
  }

  @Test func `tell the sentence, the line, both numbers and the slip`() throws {
    let found = try Self.check("# Murders\n\nIn 2015 Houston recorded 330 murders.").contradictions.map(\.sentence.nl)
    #expect(
      found == [
        "report.md, regel 3: \u{201C}In 2015 Houston recorded 330 murders.\u{201D} De tekst zegt 330, maar de tabel geeft 303 "
          + "(fbi-murders, Houston, 2015); waarschijnlijk zijn twee cijfers verwisseld."
      ])
  }
}
