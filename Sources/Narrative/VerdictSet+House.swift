internal import Model

/// The words of the house, for monitors that set none of their own.
///
/// The thresholds are a decision of the house (0013): the words a careful reader would accept, by quarters, thirds and
/// tenths; `slight` is less than a tenth, `sharp` a quarter or more, `halved` half exactly, `nearly` what is left before it, a
/// double or a triple, `over` what is just above. A monitor that thinks otherwise sets its own in `monitor.yaml`.
extension VerdictSet {
  /// Every set, in the order of the documentation.
  static let house: [VerdictSet] = [change, trend, ratio, share, often]

  /// The sets that count for a monitor: its own, and those of the house whose name it leaves free.
  static func all(with own: [VerdictSet]) -> [VerdictSet] {
    let names = own.map(\.name)
    return house.filter { !names.contains($0.name) } + own
  }

  private static func below(
    _ value: Int, over denominator: Int = 1, _ nl: String, _ en: String, also: [LocalizedText] = [],
    common: [Language] = []
  ) -> Step {
    Step(
      .below(Quantity(numerator: value, denominator: denominator, decimals: 2)), LocalizedText(nl: nl, en: en),
      also: also, commonIn: common)
  }

  private static func upTo(
    _ value: Int, over denominator: Int = 1, _ nl: String, _ en: String, also: [LocalizedText] = [],
    common: [Language] = []
  ) -> Step {
    Step(
      .upTo(Quantity(numerator: value, denominator: denominator, decimals: 2)), LocalizedText(nl: nl, en: en),
      also: also, commonIn: common)
  }

  private static let fall = LocalizedText(nl: "daling", en: "fall")
  private static let sharpFall = LocalizedText(nl: "sterke daling", en: "sharp fall")
  private static let rise = LocalizedText(nl: "stijging", en: "rise")
  private static let sharpRise = LocalizedText(nl: "sterke stijging", en: "sharp rise")

  /// Nouns for a change in per cent, to stand behind "een" or "a". A slight rise is less than 10 per cent.
  static let change = VerdictSet(
    name: "change", measure: .change,
    steps: [
      below(-50, "daling van meer dan de helft", "fall of more than half", also: [sharpFall, fall]),
      upTo(-50, "halvering", "halving", also: [sharpFall, fall]),
      upTo(-45, "daling tot bijna de helft", "fall to nearly half", also: [sharpFall, fall]),
      upTo(-25, "sterke daling", "sharp fall", also: [fall]),
      upTo(-10, "daling", "fall", common: [.en]),
      below(0, "lichte daling", "slight fall"),
      upTo(0, "geen verandering", "no change", common: [.nl, .en]),
      below(10, "lichte stijging", "slight rise"),
      below(25, "stijging", "rise", common: [.en]),
      below(90, "sterke stijging", "sharp rise", also: [rise]),
      below(100, "stijging tot bijna het dubbele", "rise to nearly double", also: [sharpRise, rise]),
      upTo(100, "verdubbeling", "doubling", also: [sharpRise, rise]),
      below(125, "stijging tot ruim het dubbele", "rise to over double", also: [sharpRise, rise]),
      Step(
        .rest, LocalizedText(nl: "stijging tot meer dan het dubbele", en: "rise to more than double"),
        also: [sharpRise, rise]),
    ])

  private static let fallen = LocalizedText(nl: "gedaald", en: "fallen")
  private static let sharplyFallen = LocalizedText(nl: "sterk gedaald", en: "fallen sharply")
  private static let risen = LocalizedText(nl: "gestegen", en: "risen")
  private static let sharplyRisen = LocalizedText(nl: "sterk gestegen", en: "risen sharply")

  /// Participles for a change in per cent.
  static let trend = VerdictSet(
    name: "trend", measure: .change,
    steps: [
      below(-50, "meer dan gehalveerd", "more than halved", also: [sharplyFallen, fallen]),
      upTo(-50, "gehalveerd", "halved", also: [sharplyFallen, fallen]),
      upTo(-45, "bijna gehalveerd", "nearly halved", also: [sharplyFallen, fallen]),
      upTo(-25, "sterk gedaald", "fallen sharply", also: [fallen]),
      upTo(-10, "gedaald", "fallen", common: [.en]),
      below(0, "licht gedaald", "fallen slightly"),
      upTo(0, "gelijk gebleven", "unchanged"),
      below(10, "licht gestegen", "risen slightly"),
      below(25, "gestegen", "risen"),
      below(90, "sterk gestegen", "risen sharply", also: [risen]),
      below(100, "bijna verdubbeld", "nearly doubled", also: [sharplyRisen, risen]),
      upTo(100, "verdubbeld", "doubled", also: [sharplyRisen, risen]),
      below(125, "ruim verdubbeld", "over doubled", also: [sharplyRisen, risen]),
      Step(
        .rest, LocalizedText(nl: "meer dan verdubbeld", en: "more than doubled"), also: [sharplyRisen, risen]),
    ])

  private static let more = LocalizedText(nl: "meer dan verdubbeld", en: "more than doubled")

  /// Participles for one number over another.
  static let ratio = VerdictSet(
    name: "ratio", measure: .ratio,
    steps: [
      below(1, over: 2, "meer dan gehalveerd", "more than halved", also: [sharplyFallen, fallen]),
      upTo(1, over: 2, "gehalveerd", "halved", also: [sharplyFallen, fallen]),
      upTo(11, over: 20, "bijna gehalveerd", "nearly halved", also: [sharplyFallen, fallen]),
      upTo(3, over: 4, "sterk gedaald", "fallen sharply", also: [fallen]),
      upTo(9, over: 10, "gedaald", "fallen", common: [.en]),
      below(1, "licht gedaald", "fallen slightly"),
      upTo(1, "gelijk gebleven", "unchanged"),
      below(11, over: 10, "licht gestegen", "risen slightly"),
      below(5, over: 4, "gestegen", "risen"),
      below(19, over: 10, "sterk gestegen", "risen sharply", also: [risen]),
      below(2, "bijna verdubbeld", "nearly doubled", also: [sharplyRisen, risen]),
      upTo(2, "verdubbeld", "doubled", also: [sharplyRisen, risen]),
      below(9, over: 4, "ruim verdubbeld", "over doubled", also: [sharplyRisen, risen]),
      below(29, over: 10, "meer dan verdubbeld", "more than doubled", also: [sharplyRisen, risen]),
      below(3, "bijna verdrievoudigd", "nearly tripled", also: [more, sharplyRisen, risen]),
      upTo(3, "verdrievoudigd", "tripled", also: [more, sharplyRisen, risen]),
      below(13, over: 4, "ruim verdrievoudigd", "over tripled", also: [more, sharplyRisen, risen]),
      Step(
        .rest, LocalizedText(nl: "meer dan verdrievoudigd", en: "more than tripled"), also: [more, sharplyRisen, risen]),
    ])

  private static let overHalf = LocalizedText(nl: "meer dan de helft", en: "more than half")
  private static let underHalf = LocalizedText(nl: "minder dan de helft", en: "less than half")

  /// Parts of a whole: a part that the number is exactly, *nearly* up to a few points below it and *over* up to a few above.
  static let share = VerdictSet(name: "share", measure: .share, steps: lowerShares + upperShares)

  /// *About* a part, for numbers near it on either side.
  private static func about(_ nl: String, _ en: String, _ more: LocalizedText) -> [LocalizedText] {
    [LocalizedText(nl: "ongeveer " + nl, en: "about " + en), more]
  }

  /// The part itself: too common to be looked for as a verdict; numbers in words are looked for by themselves.
  private static func exactly(
    _ value: Int, over denominator: Int = 1, _ nl: String, _ en: String, _ more: LocalizedText
  ) -> Step {
    upTo(value, over: denominator, nl, en, also: about(nl, en, more), common: [.nl, .en])
  }

  private static let lowerShares: [Step] = [
    upTo(0, "geen", "none", also: [underHalf], common: [.nl, .en]),
    below(5, "vrijwel geen", "almost none", also: [underHalf]),
    below(9, "minder dan een tiende", "less than a tenth", also: [underHalf]),
    below(10, "bijna een tiende", "nearly a tenth", also: about("een tiende", "a tenth", underHalf)),
    exactly(10, "een tiende", "a tenth", underHalf),
    below(12, "ruim een tiende", "over a tenth", also: about("een tiende", "a tenth", underHalf)),
    below(15, "meer dan een tiende", "more than a tenth", also: [underHalf]),
    below(50, over: 3, "bijna een zesde", "nearly a sixth", also: about("een zesde", "a sixth", underHalf)),
    exactly(50, over: 3, "een zesde", "a sixth", underHalf),
    below(18, "ruim een zesde", "over a sixth", also: about("een zesde", "a sixth", underHalf)),
    below(20, "bijna een vijfde", "nearly a fifth", also: about("een vijfde", "a fifth", underHalf)),
    exactly(20, "een vijfde", "a fifth", underHalf),
    below(23, "ruim een vijfde", "over a fifth", also: about("een vijfde", "a fifth", underHalf)),
    below(25, "bijna een kwart", "nearly a quarter", also: about("een kwart", "a quarter", underHalf)),
    exactly(25, "een kwart", "a quarter", underHalf),
    below(28, "ruim een kwart", "over a quarter", also: about("een kwart", "a quarter", underHalf)),
    below(31, "meer dan een kwart", "more than a quarter", also: [underHalf]),
    below(100, over: 3, "bijna een derde", "nearly a third", also: about("een derde", "a third", underHalf)),
    exactly(100, over: 3, "een derde", "a third", underHalf),
    below(37, "ruim een derde", "over a third", also: about("een derde", "a third", underHalf)),
    below(40, "meer dan een derde", "more than a third", also: [underHalf]),
    below(45, "minder dan de helft", "less than half"),
    below(50, "bijna de helft", "nearly half", also: about("de helft", "half", underHalf)),
    upTo(
      50, "de helft", "half", also: [LocalizedText(nl: "ongeveer de helft", en: "about half")], common: [.nl, .en]),
  ]

  private static let upperShares: [Step] = [
    below(55, "ruim de helft", "over half", also: about("de helft", "half", overHalf)),
    below(63, "meer dan de helft", "more than half"),
    below(200, over: 3, "bijna twee derde", "nearly two thirds", also: about("twee derde", "two thirds", overHalf)),
    exactly(200, over: 3, "twee derde", "two thirds", overHalf),
    below(70, "ruim twee derde", "over two thirds", also: about("twee derde", "two thirds", overHalf)),
    below(73, "meer dan twee derde", "more than two thirds", also: [overHalf]),
    below(75, "bijna driekwart", "nearly three quarters", also: about("driekwart", "three quarters", overHalf)),
    exactly(75, "driekwart", "three quarters", overHalf),
    below(78, "ruim driekwart", "over three quarters", also: about("driekwart", "three quarters", overHalf)),
    below(80, "meer dan driekwart", "more than three quarters", also: [overHalf]),
    below(95, "verreweg het grootste deel", "by far the largest part", also: [overHalf]),
    below(100, "vrijwel alle", "almost all", also: [overHalf]),
    Step(.rest, LocalizedText(nl: "alle", en: "all"), also: [overHalf], commonIn: [.nl, .en]),
  ]

  /// How often, from a share.
  static let often = VerdictSet(
    name: "often", measure: .share,
    steps: [
      upTo(0, "nooit", "never", common: [.nl, .en]),
      below(5, "vrijwel nooit", "almost never"),
      below(25, "soms", "sometimes", common: [.nl, .en]),
      below(50, "geregeld", "regularly", common: [.nl, .en]),
      below(75, "vaak", "often", common: [.nl, .en]),
      below(95, "meestal", "mostly", common: [.nl, .en]),
      below(100, "vrijwel altijd", "almost always"),
      Step(.rest, LocalizedText(nl: "altijd", en: "always"), commonIn: [.nl, .en]),
    ])
}
