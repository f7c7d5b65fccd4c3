/// English. `@` is a noun for what is counted, `&` one for its number, `=` a word of a row or column.
extension DirectionWord {
  private static let sizesEN =
    "sharply|steeply|strongly|slightly|considerably|significantly|dramatically|markedly|steadily|rapidly|substantially|"
    + "modestly|gradually|hugely|massively|noticeably"
  private static let adjectivesEN =
    "slight|sharp|strong|steep|large|small|considerable|significant|dramatic|marked|steady|rapid|substantial|modest|gradual|"
    + "huge|massive|noticeable|big|enormous|spectacular|explosive"
  private static let risesEN =
    "rises|rose|risen|rising|increased|increases|increasing|grew|grows|grown|growing|climbed|climbs|climbing|soared|soaring|"
    + "peaked|surged|surging|jumped|mounted|escalated|rocketed|swelled"
  private static let fallsEN =
    "falls|fell|fallen|falling|decreased|decreases|decreasing|declined|declines|declining|dropped|drops|dropping|shrank|"
    + "shrinks|shrunk|shrinking|dwindled|plunged|plummeted|slumped|diminished|lessened|tumbled"
  private static let nounsEN =
    "increase|decrease|rise|fall|drop|decline|growth|reduction|surge|jump|dip|spike|uptick|slump"

  static let english: [DirectionWord] =
    words(
      .first, always: true,
      """
      for the first time since
      for the first time in (the) (many) years|decades|ages|#
      since _ (_) for the first time
      first time since
      never been|was|were so|as|this
      never so many|few|high|low
      ^a|another|new record number|high|low|level|year|total
      record numbers|highs|lows of
      all-time
      highest|lowest|most|fewest|largest|smallest (&) (@) ever|since
      highest|lowest (&) (@) in (the) # years
      historic|historically high|low
      """)
    + words(.first, "never before")
    + words(
      .size, always: true,
      """
      \(risesEN)|\(fallsEN) (@) (&) (very) \(sizesEN)
      \(sizesEN) \(risesEN)|\(fallsEN)
      \(adjectivesEN) \(nounsEN)
      doubled|doubles|doubling|tripled|triples|tripling|trebled|trebling|quadrupl*|quintupl*|halved|halving
      """)
    + words(
      .change(.up), always: true,
      "there has|have|had|was|is|were (been) a|an|another|no increase|rise|growth|surge|jump|upturn !of|in|to")
    + words(
      .change(.down), always: true,
      "there has|have|had|was|is|were (been) a|an|another|no decrease|decline|drop|fall|reduction|slump !of|in|to")
    + words(
      .change(.up),
      """
      went|goes|go|gone|going up
      @|& (_) is|are|was|were up $
      \(risesEN)
      ^a|an|the|this|that|no|further|clear|any increase|rise|growth|surge|upturn|spike|uptick|jump in|of|to|from|$
      @|& increase|rise|grow|climb
      """)
    + words(
      .change(.down),
      """
      went|goes|go|gone|going down
      @|& (_) is|are|was|were down $
      \(fallsEN) !under|into|within|outside|ill|victim|prey|asleep|back|short|on|off|out|behind
      ^a|an|the|this|that|no|further|clear|any decrease|decline|drop|fall|reduction|dip|slump|downturn in|to|from|$
      @|& decrease|decline|drop|fall|shrink !in|into|under|within|outside|back|out|off|ill|victim|prey|between|short
      """)
    + words(
      .change(.same),
      """
      remained|remains|stayed|stays|stay (*) the|about|nearly same|stable|constant|unchanged|level
      remained|remains|stayed|stays|stay stable|constant|unchanged|level
      """)
    + words(
      .comparative(.up), always: true,
      """
      ~no|any|once|not|or|many|what's|than|with|and more (_) @|& !or
      more and more (_) @|=
      many more @
      ~no|any|once|not|or|many more =
      higher|greater|larger|increased &
      & (*) above that|the of|level
      & (*) exceeded|exceeds|surpassed|topped
      more|higher (@) than in|last|before|ever|previously|earlier|then|19*|20*
      more often than|reported|seen
      """)
    + words(
      .comparative(.down), always: true,
      """
      ~no|or fewer (_) @|&|=
      ~no|not|or|much|nevertheless less @|&|=
      lower|smaller|decreased &
      & (*) below|under that|the of|level
      fewer|less|lower (@) than in|last|before|ever|previously|earlier|then|19*|20*
      less often than|reported|seen
      """)
    + words(
      .comparative(.up),
      """
      & (*) (*) (*) (*) higher|larger|greater
      more and more often
      """)
    + words(.comparative(.down), "& (*) (*) (*) (*) lower|smaller")
    + words(.comparative(.same), always: true, "as many @ as")
    + words(.superlative, always: true, "highest|lowest|largest|smallest &|@\nmost often")
    + words(
      .superlative,
      """
      highest|lowest point|level|figure|percentage
      most often|frequently|commonly
      """)
    + words(
      .majority, always: true,
      """
      ~at|the|almost most (of) (the) (these) @|them
      the most|fewest @
      ~at most (of) (the) (these) =
      majority|minority of (the) (all) (these) (_) @
      largest|larger|greater|greatest|smallest|smaller part of (the) (all) (these) (_) @
      """)

  static let chosenEnglish: [DirectionWord] =
    words(.comparative(.up), "more\nhigher\nlarger\nup\ngreater")
    + words(.comparative(.down), "fewer\nless\nlower\nsmaller\ndown")
    + words(.comparative(.same), "as many\nequal\nunchanged\nthe same")
    + words(.superlative, "most\nhighest\nlowest\nleast\nfewest\nlargest\nsmallest")
    + words(.majority, "majority\nminority")
    + words(.first, "ever\nrecord\nnever before\nfor the first time\nfirst time")
    + words(.size, (sizesEN + "|" + adjectivesEN).split(separator: "|").joined(separator: "\n"))
}
