import Model
import Testing

@testable import Narrative

/// The words of the house at every threshold: exactly there, and a hundredth below and above it.
@Suite struct VerdictThresholdTests {
  /// A number in hundredths and its words.
  typealias Row = (hundredths: Int, nl: String, en: String)

  private static let verdicts = Verdicts(VerdictSet.house)

  private func expectWords(_ rows: [Row], _ kind: Number.Kind, set name: String?) throws {
    for row in rows {
      let value = try #require(Fraction(row.hundredths, 100))
      let number = Number(value: value, kind: kind, unit: nil, decimals: 0)
      let words = try Self.verdicts.words(for: number, set: name, at: 0)
      #expect(words == LocalizedText(nl: row.nl, en: row.en), "\(row.hundredths) in \(name ?? "")")
    }
  }

  static let change: [Row] = [
    (-100_00, "daling van meer dan de helft", "fall of more than half"),
    (-50_01, "daling van meer dan de helft", "fall of more than half"), (-50_00, "halvering", "halving"),
    (-49_99, "daling tot bijna de helft", "fall to nearly half"),
    (-45_00, "daling tot bijna de helft", "fall to nearly half"), (-44_99, "sterke daling", "sharp fall"),
    (-25_00, "sterke daling", "sharp fall"),
    (-24_99, "daling", "fall"), (-10_00, "daling", "fall"), (-9_99, "lichte daling", "slight fall"),
    (-1, "lichte daling", "slight fall"), (0, "geen verandering", "no change"), (1, "lichte stijging", "slight rise"),
    (9_99, "lichte stijging", "slight rise"), (10_00, "stijging", "rise"), (24_99, "stijging", "rise"),
    (25_00, "sterke stijging", "sharp rise"), (89_99, "sterke stijging", "sharp rise"),
    (90_00, "stijging tot bijna het dubbele", "rise to nearly double"),
    (99_99, "stijging tot bijna het dubbele", "rise to nearly double"), (100_00, "verdubbeling", "doubling"),
    (100_01, "stijging tot ruim het dubbele", "rise to over double"),
    (124_99, "stijging tot ruim het dubbele", "rise to over double"),
    (125_00, "stijging tot meer dan het dubbele", "rise to more than double"),
    (900_00, "stijging tot meer dan het dubbele", "rise to more than double"),
  ]

  static let trend: [Row] = [
    (-50_01, "meer dan gehalveerd", "more than halved"), (-50_00, "gehalveerd", "halved"),
    (-49_99, "bijna gehalveerd", "nearly halved"), (-45_00, "bijna gehalveerd", "nearly halved"),
    (-44_99, "sterk gedaald", "fallen sharply"),
    (-25_00, "sterk gedaald", "fallen sharply"), (-24_99, "gedaald", "fallen"), (-10_00, "gedaald", "fallen"),
    (-9_99, "licht gedaald", "fallen slightly"), (-1, "licht gedaald", "fallen slightly"),
    (0, "gelijk gebleven", "unchanged"), (1, "licht gestegen", "risen slightly"),
    (9_99, "licht gestegen", "risen slightly"), (10_00, "gestegen", "risen"), (24_99, "gestegen", "risen"),
    (25_00, "sterk gestegen", "risen sharply"), (89_99, "sterk gestegen", "risen sharply"),
    (90_00, "bijna verdubbeld", "nearly doubled"), (99_99, "bijna verdubbeld", "nearly doubled"),
    (100_00, "verdubbeld", "doubled"), (100_01, "ruim verdubbeld", "over doubled"),
    (124_99, "ruim verdubbeld", "over doubled"),
    (125_00, "meer dan verdubbeld", "more than doubled"),
  ]

  static let ratio: [Row] = [
    (0, "meer dan gehalveerd", "more than halved"), (49, "meer dan gehalveerd", "more than halved"),
    (50, "gehalveerd", "halved"), (51, "bijna gehalveerd", "nearly halved"), (55, "bijna gehalveerd", "nearly halved"),
    (56, "sterk gedaald", "fallen sharply"),
    (75, "sterk gedaald", "fallen sharply"), (76, "gedaald", "fallen"), (90, "gedaald", "fallen"),
    (91, "licht gedaald", "fallen slightly"), (99, "licht gedaald", "fallen slightly"),
    (1_00, "gelijk gebleven", "unchanged"), (1_01, "licht gestegen", "risen slightly"),
    (1_09, "licht gestegen", "risen slightly"), (1_10, "gestegen", "risen"), (1_24, "gestegen", "risen"),
    (1_25, "sterk gestegen", "risen sharply"), (1_89, "sterk gestegen", "risen sharply"),
    (1_90, "bijna verdubbeld", "nearly doubled"), (1_99, "bijna verdubbeld", "nearly doubled"),
    (2_00, "verdubbeld", "doubled"), (2_01, "ruim verdubbeld", "over doubled"),
    (2_24, "ruim verdubbeld", "over doubled"),
    (2_25, "meer dan verdubbeld", "more than doubled"), (2_89, "meer dan verdubbeld", "more than doubled"),
    (2_90, "bijna verdrievoudigd", "nearly tripled"), (2_99, "bijna verdrievoudigd", "nearly tripled"),
    (3_00, "verdrievoudigd", "tripled"), (3_01, "ruim verdrievoudigd", "over tripled"),
    (3_24, "ruim verdrievoudigd", "over tripled"),
    (3_25, "meer dan verdrievoudigd", "more than tripled"),
  ]

  static let share: [Row] = [
    (0, "geen", "none"), (1, "vrijwel geen", "almost none"), (4_99, "vrijwel geen", "almost none"),
    (5_00, "minder dan een tiende", "less than a tenth"),
    (8_99, "minder dan een tiende", "less than a tenth"),
    (9_00, "bijna een tiende", "nearly a tenth"),
    (9_99, "bijna een tiende", "nearly a tenth"),
    (10_00, "een tiende", "a tenth"),
    (10_01, "ruim een tiende", "over a tenth"),
    (11_99, "ruim een tiende", "over a tenth"),
    (12_00, "meer dan een tiende", "more than a tenth"),
    (14_99, "meer dan een tiende", "more than a tenth"),
    (15_00, "bijna een zesde", "nearly a sixth"),
    (16_66, "bijna een zesde", "nearly a sixth"),
    (16_67, "ruim een zesde", "over a sixth"),
    (17_99, "ruim een zesde", "over a sixth"),
    (18_00, "bijna een vijfde", "nearly a fifth"),
    (19_99, "bijna een vijfde", "nearly a fifth"),
    (20_00, "een vijfde", "a fifth"),
    (20_01, "ruim een vijfde", "over a fifth"),
    (22_99, "ruim een vijfde", "over a fifth"),
    (23_00, "bijna een kwart", "nearly a quarter"),
    (24_99, "bijna een kwart", "nearly a quarter"),
    (25_00, "een kwart", "a quarter"),
    (25_01, "ruim een kwart", "over a quarter"),
    (27_99, "ruim een kwart", "over a quarter"),
    (28_00, "meer dan een kwart", "more than a quarter"),
    (30_99, "meer dan een kwart", "more than a quarter"),
    (31_00, "bijna een derde", "nearly a third"),
    (33_33, "bijna een derde", "nearly a third"),
    (33_34, "ruim een derde", "over a third"),
    (36_99, "ruim een derde", "over a third"),
    (37_00, "meer dan een derde", "more than a third"),
    (39_99, "meer dan een derde", "more than a third"),
    (40_00, "minder dan de helft", "less than half"),
    (44_99, "minder dan de helft", "less than half"),
    (45_00, "bijna de helft", "nearly half"),
    (49_99, "bijna de helft", "nearly half"),
    (50_00, "de helft", "half"),
    (50_01, "ruim de helft", "over half"),
    (54_99, "ruim de helft", "over half"),
    (55_00, "meer dan de helft", "more than half"),
    (62_99, "meer dan de helft", "more than half"),
    (63_00, "bijna twee derde", "nearly two thirds"),
    (66_66, "bijna twee derde", "nearly two thirds"),
    (66_67, "ruim twee derde", "over two thirds"),
    (69_99, "ruim twee derde", "over two thirds"),
    (70_00, "meer dan twee derde", "more than two thirds"),
    (72_99, "meer dan twee derde", "more than two thirds"),
    (73_00, "bijna driekwart", "nearly three quarters"),
    (74_99, "bijna driekwart", "nearly three quarters"),
    (75_00, "driekwart", "three quarters"),
    (75_01, "ruim driekwart", "over three quarters"),
    (77_99, "ruim driekwart", "over three quarters"),
    (78_00, "meer dan driekwart", "more than three quarters"),
    (79_99, "meer dan driekwart", "more than three quarters"),
    (80_00, "verreweg het grootste deel", "by far the largest part"),
    (94_99, "verreweg het grootste deel", "by far the largest part"), (95_00, "vrijwel alle", "almost all"),
    (99_99, "vrijwel alle", "almost all"), (100_00, "alle", "all"),
  ]

  static let often: [Row] = [
    (0, "nooit", "never"), (1, "vrijwel nooit", "almost never"), (4_99, "vrijwel nooit", "almost never"),
    (5_00, "soms", "sometimes"), (24_99, "soms", "sometimes"), (25_00, "geregeld", "regularly"),
    (49_99, "geregeld", "regularly"), (50_00, "vaak", "often"), (74_99, "vaak", "often"), (75_00, "meestal", "mostly"),
    (94_99, "meestal", "mostly"), (95_00, "vrijwel altijd", "almost always"),
    (99_99, "vrijwel altijd", "almost always"),
    (100_00, "altijd", "always"),
  ]

  @Test func `a change has its noun`() throws {
    try expectWords(Self.change, .change, set: "change")
    try expectWords(Self.change, .change, set: nil)
  }

  @Test func `a change has its participle`() throws { try expectWords(Self.trend, .change, set: "trend") }

  @Test func `a ratio has its participle`() throws {
    try expectWords(Self.ratio, .ratio, set: "ratio")
    try expectWords(Self.ratio, .ratio, set: nil)
  }

  @Test func `a share has its part`() throws {
    try expectWords(Self.share, .share, set: "share")
    try expectWords(Self.share, .share, set: nil)
  }

  @Test func `a share has how often`() throws { try expectWords(Self.often, .share, set: "often") }

  /// A third and two thirds lie on their thresholds exactly, which no decimal does.
  @Test func `thresholds meet the exact number`() throws {
    let words = try [Fraction(100, 3), Fraction(200, 3), Fraction(99_999, 3000), Fraction(199_999, 3000)].map { value in
      try Self.verdicts.words(
        for: Number(value: #require(value), kind: .share, unit: nil, decimals: 0), set: nil, at: 0
      ).nl
    }
    #expect(words == ["een derde", "twee derde", "bijna een derde", "bijna twee derde"])
  }

  /// Each looser word with the numbers at the ends of what bears it, and just outside.
  @Test(
    arguments: [
      (.change, "daling", [-50_01, -50_00, -25_00, -10_00], [-9_99, 0]),
      (.change, "sterke daling", [-99_00, -25_00], [-24_99]),
      (.change, "stijging", [10_00, 25_00, 90_00, 100_00, 110_00], [9_99]),
      (.change, "sterke stijging", [25_00, 99_99, 100_00, 500_00], [24_99]),
      (.change, "gedaald", [-60_00, -45_00, -10_00], [-9_99]),
      (.change, "sterk gedaald", [-50_01, -45_00, -25_00], [-24_99]),
      (.change, "gestegen", [10_00, 25_00, 90_00, 100_00, 110_00], [9_99]),
      (.change, "sterk gestegen", [25_00, 90_00, 100_00, 110_00], [24_99]),
      (.change, "Lichte Stijging", [1, 9_99], [0, 10_00]),
      (.ratio, "gedaald", [49, 50, 75, 90], [91]), (.ratio, "sterk gedaald", [49, 55, 75], [76]),
      (.ratio, "gestegen", [1_10, 1_25, 1_90, 2_00, 2_10, 2_90, 3_00, 3_10], [1_09]),
      (.ratio, "sterk gestegen", [1_25, 1_90, 2_00, 2_10, 2_90, 3_00, 3_10], [1_24]),
      (.ratio, "meer dan verdubbeld", [2_25, 2_90, 3_00, 3_10], [2_24]),
      (
        .share, "minder dan de helft", [0, 1, 5_00, 10_00, 18_00, 20_00, 23_00, 25_00, 31_00, 34_00, 40_00, 45_00],
        [50_00]
      ),
      (.share, "ongeveer een kwart", [23_00, 25_00, 27_99], [22_99, 28_00]),
      (.share, "ongeveer een derde", [31_00, 33_33, 33_34, 36_99], [30_99, 37_00]),
      (.share, "een kwart", [25_00], [24_99, 25_01]), (.share, "driekwart", [75_00], [74_99, 75_01]),
      (.share, "meer dan de helft", [50_01, 60_00, 67_00, 73_00, 75_00, 80_00, 95_00, 100_00], [50_00, 49_99]),
    ] as [(Number.Kind, String, [Int], [Int])])
  func `looser words are borne by all the numbers they fit`(
    _ kind: Number.Kind, _ words: String, _ borne: [Int], _ not: [Int]
  ) throws {
    for hundredths in borne + not {
      let number = Number(value: try #require(Fraction(hundredths, 100)), kind: kind, unit: nil, decimals: 0)
      let judgement = try Self.verdicts.judgement(of: words, for: number, in: .nl, at: 0)
      #expect((judgement == .borne) == borne.contains(hundredths), "\(words) of \(hundredths)")
    }
  }

  @Test func `words that are not borne come with those that are, and unknown words with the nearest`() throws {
    let number = Number(value: Fraction(38), kind: .change, unit: nil, decimals: 0)
    #expect(
      try Self.verdicts.judgement(of: "slight rise", for: number, in: .en, at: 0)
        == .notBorne(LocalizedText(nl: "sterke stijging", en: "sharp rise")))
    #expect(
      try Self.verdicts.judgement(of: "risen slightly", for: number, in: .en, at: 0)
        == .notBorne(LocalizedText(nl: "sterk gestegen", en: "risen sharply")))
    #expect(
      try Self.verdicts.judgement(of: "slihgt rise", for: number, in: .en, at: 0) == .unknown(near: "slight rise"))
    #expect(try Self.verdicts.judgement(of: "purple", for: number, in: .en, at: 0) == .unknown(near: nil))
    #expect(try Self.verdicts.judgement(of: "half", for: number, in: .en, at: 0) == .unknown(near: nil))
  }

  @Test func `a number without a set, or without a step, has no words`() {
    func problem(_ kind: Number.Kind, set name: String?, sets: [VerdictSet] = VerdictSet.house) -> TextProblem? {
      let number = Number(value: Fraction(60), kind: kind, unit: nil, decimals: 0)
      do {
        _ = try Verdicts(sets).words(for: number, set: name, at: 7)
        return nil
      } catch { return error }
    }
    func expect(_ problem: TextProblem?, _ nl: String, _ en: String) {
      #expect(problem == TextProblem(.noVerdict, at: 7, nl: nl, en: en))
    }
    for (kind, noun) in [
      (Number.Kind.count, LocalizedText(nl: "een aantal", en: "a count")),
      (.year, LocalizedText(nl: "een jaar", en: "a year")), (.place, LocalizedText(nl: "een plaats", en: "a place")),
      (.measure, LocalizedText(nl: "een getal met een eigen eenheid", en: "a number with a unit of its own")),
    ] {
      expect(
        problem(kind, set: nil), "bij \(noun.nl) hoort geen verdict; vergelijk eerst met change, share of ratio.",
        "\(noun.en) has no verdict; compare first, with change, share or ratio.")
    }
    expect(
      problem(.points, set: nil), "er is geen set verdictwoorden `points`.",
      "there is no set of verdict words `points`.")
    expect(
      problem(.share, set: "trend"), "de set `trend` past niet bij een aandeel.",
      "the set `trend` does not suit a share.")
    let low = VerdictSet(name: "share", measure: .share, steps: [.init(.below(Quantity(50)), LocalizedText("laag"))])
    expect(
      problem(.share, set: nil, sets: [low]), "de set `share` heeft geen woorden voor dit getal.",
      "the set `share` has no words for this number.")
  }

  @Test func `a monitor's own set takes the place of that of the house, at the end`() {
    let own = [
      VerdictSet(name: "trend", measure: .change, steps: []), VerdictSet(name: "tempo", measure: .share, steps: []),
    ]
    let all = VerdictSet.all(with: own)
    #expect(all.map(\.name) == ["change", "ratio", "share", "often", "trend", "tempo"])
    #expect(all[4].steps.isEmpty)
    #expect(VerdictSet.all(with: []).map(\.name) == ["change", "trend", "ratio", "share", "often"])
    #expect(VerdictSet.house.map(\.measure) == [.change, .change, .ratio, .share, .share])
  }

  @Test func `the vocabulary has no common words, each once, the longest first`() {
    let small = [
      VerdictSet(
        name: "a", measure: .share,
        steps: [
          .init(.below(Quantity(1)), LocalizedText(nl: "Niets", en: "nothing"), commonIn: [.nl]),
          .init(.below(Quantity(2)), LocalizedText(nl: "zz", en: "some")),
          .init(.rest, LocalizedText(nl: "veel meer", en: "much")),
        ]),
      VerdictSet(
        name: "b", measure: .share,
        steps: [
          .init(.below(Quantity(2)), LocalizedText(nl: "ZZ", en: "Some")),
          .init(.rest, LocalizedText(nl: "aa", en: "all")),
        ]),
    ]
    #expect(Verdicts(small).vocabulary(in: .nl) == ["veel meer", "aa", "zz"])
    #expect(Verdicts(small).vocabulary(in: .en) == ["nothing", "much", "some", "all"])
    let house = Self.verdicts.vocabulary(in: .nl)
    for common in ["geen", "de helft", "alle", "nooit", "soms", "vaak", "altijd", "geen verandering"] {
      #expect(!house.contains(common))
    }
    #expect(house.contains("lichte daling") && house.contains("daling"))
    #expect(!Self.verdicts.vocabulary(in: .en).contains("fall"))
  }
}
