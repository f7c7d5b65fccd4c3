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
      .turn, always: true,
      """
      tide|trend|corner|course has|had|was (now) turned|reversed|broken
      """)
    + words(
      .turn,
      """
      turning point
      turnaround|reversal|plateau|plateaued|catch-up
      """)
    + words(
      .course, always: true,
      """
      trend continues|continued|persists|persisted|goes|went (on)
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
      did|does|do|didn't|doesn't|don't (not) rise|grow|increase|climb
      rebounded|rebounds|mushroomed|ballooned|snowballed
      picked|picks|picking|crept|shot|ticked|edged up
      @|& (_) is|are|was|were up $
      \(risesEN)
      ^a|an|the|this|that|no|further|clear|any increase|rise|growth|surge|upturn|spike|uptick|jump in|of|to|from|$
      @|& increase|rise|grow|climb
      """)
    + words(
      .change(.down),
      """
      went|goes|go|gone|going down
      did|does|do|didn't|doesn't|don't (not) fall|drop|decline|decrease|shrink
      waned|subsided|receded
      tailed|tapered|tails|tapers off
      crept|ticked|edged|trended|came down
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
      stabilised|stabilized|stagnated|flattened
      levelled|leveled|levels|evened (off|out)
      held|holds|holding steady
      hovered|hovers|hovering around
      """)
    + words(
      .comparative(.up), always: true,
      """
      ~no|any|once|not|or|many|what's|than|with|and more (_) @|& !or
      there are|were|have (been) (now|since) (many) more $
      extra|additional @
      no|not more @ than
      more|higher|larger (often) (_) than elsewhere|average|expected|nationally
      more often (_) (_) than (among) (the) =|@
      above-average &|@|$
      overrepresented|over-represented
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
      there are|were|have (been) (now|since) (far) fewer $
      no|not fewer @ than
      fewer|less|lower|smaller (often) (_) than elsewhere|average|expected|nationally
      less often (_) (_) than (among) (the) =|@
      below-average &|@|$
      underrepresented|under-represented
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
      since then|now (many) more $
      more and more often
      """)
    + words(
      .comparative(.down),
      """
      & (*) (*) (*) (*) lower|smaller !bound|limit|estimate
      since then|now (far) fewer $
      """)
    + words(.comparative(.same), always: true, "as many @ as")
    + words(
      .superlative(.up), always: true,
      """
      highest|largest|biggest &|@
      most often
      largest|biggest (_) group|category|share
      most common|commonly|frequent|reported
      most frequently|commonly|often reported|named|mentioned|seen|found
      """)
    + words(
      .superlative(.down), always: true,
      """
      lowest|smallest &|@
      smallest group|category|share
      the fewest @
      """)
    + words(.superlative(nil), always: true, "second|third|fourth largest|highest|smallest|lowest|biggest|most")
    + words(
      .superlative(.up),
      """
      highest point|level|figure|percentage
      most often|frequently|commonly
      tops|topped|top|leads|led|heads the list|ranking|table
      """)
    + words(.superlative(.down), "lowest point|level|figure|percentage")
    + words(
      .majority, always: true,
      """
      ~at|the|almost most (of) (the) (these) @|them
      the most @
      ~at most (of) (the) (these) =
      majority of (the) (all) (these) (_) @
      a|the (large|vast|clear|narrow|small) majority is|are|was|were|has|have|come|came
      largest|larger|greater|greatest part of (the) (all) (these) (_) @
      bulk of (the) (all) (these) (_) @
      lion's share of (the) (all) (these) (_) @
      mainly|mostly|chiefly|primarily|predominantly|overwhelmingly|largely (by|from|among|about|with|of) (%) =|@
      """)
    + words(
      .minority, always: true,
      """
      minority of (the) (all) (these) (_) @
      a|the (small) minority is|are|was|were|has|have|come|came
      smallest|smaller part of (the) (all) (these) (_) @
      """)

  static let chosenEnglish: [DirectionWord] =
    words(.comparative(.up), "more\nhigher\nlarger\nup\ngreater")
    + words(.comparative(.down), "fewer\nless\nlower\nsmaller\ndown")
    + words(.comparative(.same), "as many\nequal\nunchanged\nthe same")
    + words(.superlative(.up), "most\nhighest\nlargest\nbiggest")
    + words(.superlative(.down), "lowest\nleast\nfewest\nsmallest")
    + words(.majority, "majority\nmainly\nmostly\nchiefly\nprimarily\npredominantly\nbulk")
    + words(.minority, "minority")
    + words(.turn, "turning point\nturnaround\nreversal\nplateau\ncatch-up")
    + words(.first, "ever\nrecord\nnever before\nfor the first time\nfirst time")
    + words(.size, (sizesEN + "|" + adjectivesEN).split(separator: "|").joined(separator: "\n"))
}
