import Model
import Testing

@testable import Narrative

/// Numbers in words and figures, with every filter.
@Suite struct NumberWordingTests {
  private func number(
    _ value: Int, over denominator: Int = 1, _ kind: Number.Kind, decimals: Int = 0,
    certainty: Number.Certainty = .exact
  ) throws -> Number {
    Number(
      value: try #require(Fraction(value, denominator)), kind: kind, unit: nil, decimals: decimals, certainty: certainty
    )
  }

  private func text(_ number: Number, _ filters: [FilterUse], _ language: Language = .nl) throws(TextProblem) -> String
  {
    try NumberWording(language: language).text(.number(number), filters, Verdicts(VerdictSet.house))
  }

  private func problem(_ number: Number, _ filters: [FilterUse]) -> TextProblem? {
    do {
      _ = try text(number, filters)
      return nil
    } catch { return error }
  }

  private func use(_ filter: FilterName, _ argument: String? = nil, at: Int = 0) -> FilterUse {
    FilterUse(filter: filter, argument: argument, at: at)
  }

  @Test func `without a filter a number is written by its kind`() throws {
    for (kind, nl, en) in [
      (Number.Kind.count, "1.234", "1,234"), (.share, "1.234%", "1,234%"), (.change, "1.234%", "1,234%"),
      (.points, "1.234", "1,234"), (.ratio, "1.234", "1,234"), (.year, "1234", "1234"), (.place, "1234", "1234"),
      (.measure, "1.234", "1,234"),
    ] {
      #expect(try text(number(1234, kind), []) == nl)
      #expect(try text(number(1234, kind), [], .en) == en)
    }
  }

  @Test(
    arguments: [
      (1, 3, 0, "33%", "33%"), (1, 3, 1, "33,3%", "33.3%"), (2, 3, 3, "66,667%", "66.667%"), (-1, 8, 0, "-13%", "-13%"),
      (1, 8, 0, "13%", "13%"), (0, 1, 2, "0,00%", "0.00%"),
    ])
  func `a share is rounded half away from zero to its decimals`(
    _ top: Int, _ bottom: Int, _ decimals: Int, _ nl: String, _ en: String
  ) throws {
    let share = try number(100 * top, over: bottom, .share, decimals: decimals)
    #expect(try text(share, []) == nl)
    #expect(try text(share, [], .en) == en)
    #expect(try text(number(100 * top, over: bottom, .share), [use(.decimals, "\(decimals)")]) == nl)
    #expect(try text(number(100 * top, over: bottom, .share), [use(.percent, "\(decimals)")]) == nl)
    #expect(try text(number(100 * top, over: bottom, .share), [use(.number, "\(decimals)")]) + "%" == nl)
  }

  @Test func `a filter changes the number for those behind it`() throws {
    let fall = try number(-274, over: 10, .change)
    #expect(try text(fall, [use(.absolute), use(.percent, "1")]) == "27,4%")
    #expect(try text(fall, [use(.decimals, "1"), use(.absolute)]) == "27,4%")
    #expect(try text(fall, [use(.decimals, "1"), use(.number)]) == "-27,4")
    #expect(try text(fall, [use(.absolute), use(.verdict)]) == "sterke stijging")
    #expect(try text(fall, [use(.verdict)]) == "sterke daling")
    #expect(try text(fall, [use(.verdict, "trend")], .en) == "fallen sharply")
  }

  @Test func `a share in thousandths is ten times one in hundredths`() throws {
    let share = try number(4, over: 10, .share)
    #expect(try text(share, [use(.perThousand)]) == "4 per 1.000")
    #expect(try text(share, [use(.perThousand, "1")], .en) == "4.0 per 1,000")
    #expect(try text(number(12345, over: 100, .share), [use(.perThousand, "1")]) == "1.234,5 per 1.000")
  }

  @Test func `whole numbers up to twelve have words`() throws {
    let dutch = [
      "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ]
    let english = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    for value in 0...12 {
      #expect(try text(number(value, .count), [use(.words)]) == dutch[value])
      #expect(try text(number(value, .count), [use(.words)], .en) == english[value])
    }
    #expect(try text(number(13, .count), [use(.words)]) == "13")
    #expect(try text(number(1300, .count), [use(.words)], .en) == "1,300")
    #expect(try text(number(-1, .count), [use(.words)]) == "-1")
  }

  @Test func `places have words up to twelve, then figures with an ending`() throws {
    let dutch = [
      "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
      "twaalfde", "13e", "14e",
    ]
    let english = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "13th", "14th",
    ]
    for value in 1...14 {
      #expect(try text(number(value, .place), [use(.ordinal)]) == dutch[value - 1])
      #expect(try text(number(value, .count), [use(.ordinal)], .en) == english[value - 1])
    }
    for (value, en) in [
      (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (24, "24th"), (100, "100th"), (101, "101st"),
      (110, "110th"), (111, "111th"), (112, "112th"), (113, "113th"), (114, "114th"), (121, "121st"), (0, "0th"),
    ] {
      #expect(try text(number(value, .place), [use(.ordinal)], .en) == en)
      #expect(try text(number(value, .place), [use(.ordinal)]) == "\(value)e")
    }
  }

  @Test func `a reader is told how certain a number is`() throws {
    let estimate = Number.Certainty.estimate(lower: Quantity(4000), upper: Quantity(6500), percent: 95)
    for (certainty, nl, en) in [
      (Number.Certainty.rounded, "ongeveer 5.000", "about 5,000"), (.exact, "5.000", "5,000"),
      (.provisional, "5.000 (voorlopig)", "5,000 (provisional)"),
      (estimate, "5.000 (95%-interval van 4.000 tot 6.500)", "5,000 (95% interval from 4,000 to 6,500)"),
    ] {
      let number = try number(5000, .count, certainty: certainty)
      #expect(try text(number, []) == nl && text(number, [], .en) == en)
      #expect(try text(number, [use(.number)]) == nl && text(number, [use(.words)]) == nl)
    }
    let share = try number(40, .share, certainty: .rounded)
    #expect(try text(share, []) == "ongeveer 40%" && text(share, [use(.percent)], .en) == "about 40%")
    #expect(try text(share, [use(.perThousand)]) == "ongeveer 400 per 1.000")
    #expect(try text(number(3, .count, certainty: .rounded), [use(.words)], .en) == "about three")
  }

  @Test func `what computing keeps of two certainties is the worse`() {
    let (exact, rounded, provisional) = (Number.Certainty.exact, Number.Certainty.rounded, Number.Certainty.provisional)
    #expect(exact.combined(with: exact) == exact)
    for other in [exact, provisional, rounded] {
      #expect(rounded.combined(with: other) == rounded && other.combined(with: rounded) == rounded)
    }
    #expect(provisional.combined(with: exact) == provisional && exact.combined(with: provisional) == provisional)
    #expect(provisional.combined(with: provisional) == provisional)
    #expect(
      !exact.isEstimate && Number.Certainty.estimate(lower: Quantity(1), upper: Quantity(2), percent: 80).isEstimate)
  }

  static let nouns: [(Number.Kind, String, String)] = [
    (.count, "een aantal", "a count"), (.share, "een aandeel", "a share"), (.change, "een verandering", "a change"),
    (.points, "een verschil in procentpunten", "a difference in percentage points"),
    (.ratio, "een verhouding", "a ratio"), (.year, "een jaar", "a year"), (.place, "een plaats", "a place"),
    (.measure, "een getal met een eigen eenheid", "a number with a unit of its own"),
  ]

  @Test func `a filter suits some kinds of number and is refused by name for the others`() throws {
    for (kind, nl, en) in Self.nouns {
      for (filter, suits) in [
        (FilterName.percent, kind == .share || kind == .change), (.perThousand, kind == .share),
        (.ordinal, kind == .place || kind == .count), (.number, true), (.words, true), (.absolute, true),
      ] {
        let expected =
          suits
          ? nil
          : TextProblem(
            .filter, at: 9, nl: "`\(filter.rawValue)` past niet bij \(nl).",
            en: "`\(filter.rawValue)` does not suit \(en).")
        #expect(try problem(number(3, kind), [use(filter, at: 9)]) == expected)
      }
    }
    let half = try number(1, over: 2, .count)
    #expect(problem(half, [use(.words)])?.rule == .filter)
    #expect(problem(half, [use(.ordinal)])?.rule == .filter)
  }

  @Test func `only one filter prints`() throws {
    let printing: [FilterName] = [.percent, .number, .words, .ordinal, .verdict, .perThousand]
    for first in printing {
      for second in printing {
        #expect(
          try problem(number(3, .share), [use(first, at: 1), use(second, at: 5)])
            == TextProblem(
              .filter, at: 5, nl: "na `\(first.rawValue)` kan `\(second.rawValue)` niet meer.",
              en: "`\(second.rawValue)` cannot follow `\(first.rawValue)`."))
      }
      #expect(first.prints)
    }
    #expect(!FilterName.decimals.prints && !FilterName.absolute.prints)
  }

  @Test func `a number too large to scale is not written`() throws {
    let large = try number(Int.max / 2, .count)
    #expect(try text(large, []) == "4.611.686.018.427.387.903")
    #expect(
      problem(large, [use(.decimals, "1")])
        == TextProblem(
          .tooLarge, at: 0, nl: "de uitkomst is te groot om exact te zijn.", en: "the result is too large to be exact.")
    )
    #expect(try problem(number(Int.max / 5, .share), [use(.perThousand, at: 4)])?.rule == .filter)
  }

  @Test(arguments: FilterName.allCases)
  func `a filter says how it is written`(_ filter: FilterName) {
    let usage =
      switch filter {
      case .percent: "percent, percent(1)"
      case .number: "number, number(1)"
      case .perThousand: "per-thousand, per-thousand(1)"
      case .decimals: "decimals(1)"
      case .verdict: "verdict, verdict(trend)"
      case .words: "words"
      case .ordinal: "ordinal"
      case .absolute: "absolute"
      case .rounded: "rounded(100)"
      case .oneIn: "one-in"
      }
    #expect(filter.usage == usage)
  }
}
