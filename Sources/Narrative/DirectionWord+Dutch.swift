/// Dutch. `@` is a noun for what is counted, `&` one for its number, `=` a word of a row or column.
extension DirectionWord {
  private static let sizesNL =
    "licht|lichte|sterk|sterke|fors|forse|flink|flinke|scherp|scherpe|explosief|explosieve|enorm|enorme|aanzienlijk|"
    + "aanzienlijke|aanmerkelijk|aanmerkelijke|spectaculair|spectaculaire|drastisch|drastische|gestaag|gestage|geleidelijk|"
    + "geleidelijke|behoorlijk|behoorlijke|stevig|stevige|geringe|gering|duidelijk|duidelijke|opvallend|opvallende|hard|snel|"
    + "snelle|grote|kleine|significant|significante|dramatisch|dramatische|nauwelijks|amper|iets"

  private static let risesNL =
    "stijgt|stijgen|steeg|stegen|gestegen|groeit|groeien|groeide|groeiden|gegroeid|klimt|klom|klommen|geklommen|toegenomen|"
    + "toenam|toenamen|toeneemt|toenemen|opgelopen|oploopt|opliep|opliepen|vermeerderde|vermeerderd|verhoogd|explodeerde|"
    + "geexplodeerd|omhooggegaan|omhoogging|aangezwollen|aangegroeid"

  private static let fallsNL =
    "daalt|dalen|daalde|daalden|gedaald|zakt|zakte|zakten|gezakt|krimpt|kromp|krompen|gekrompen|slinkt|slonk|slonken|"
    + "geslonken|afgenomen|afnam|afnamen|afneemt|afnemen|verminderde|verminderden|verminderd|teruggelopen|terugloopt|terugliep|"
    + "terugliepen|kelderde|kelderden|gekelderd|omlaaggegaan|omlaagging|teruggevallen|gedecimeerd"

  private static let nounsNL =
    "toename|afname|groei|krimp|stijging|daling|vermindering|aanwas|terugval|teruggang|vermeerdering|piek|dip|opmars"

  static let dutch: [DirectionWord] =
    words(
      .first, always: true,
      """
      sinds _ (_) voor het eerst
      sinds _ (_) niet (meer) (eerder) zo hoog|laag|veel|weinig|vaak
      niet (meer) zo hoog|laag|veel|weinig|vaak (@) sinds
      voor het eerst sinds
      voor het eerst in (al) (de) jaren|tijden|lange|decennia|#
      voor de eerste keer|maal sinds
      eerste keer|maal sinds
      niet|nooit eerder zo|zoveel
      nooit (eerder) zo|zoveel
      recordaantal*|recordhoogte*|recordjaar*|recordstand*|recordniveau*|recordcijfer*|laagterecord*|hoogterecord*
      historisch|historische laag|lage|hoog|hoge|dieptepunt|hoogtepunt|laagste|hoogste|laagtepunt
      hoogste|laagste|grootste|kleinste|meeste|minste (&) (@) ooit|sinds
      hoogste|laagste (&) (@) in (al) (de) # jaar|jaren
      zo|zoveel (hoog) (laag) (veel) (weinig) (@) als nooit
      """)
    + words(
      .first,
      """
      nog nooit (eerder)
      nooit eerder
      niet eerder !dan
      record !van
      dieptepunt|laagtepunt|toppunt
      """)
    + words(
      .size, always: true,
      """
      \(risesNL)|\(fallsNL) (@) (&) (daarmee) (dus) (toen) (daarna) (weer) \(sizesNL)
      \(sizesNL) \(risesNL)|\(fallsNL)
      \(sizesNL) \(nounsNL)
      neemt|nemen|nam|namen (_) (_) \(sizesNL) toe|af
      verdubbel*|verdrievoudig*|verviervoudig*|vervijfvoudig*|verzesvoudig*|verzevenvoudig*|verachtvoudig*|vertienvoudig*|vertwintigvoudig*|verhonderdvoudig*|verveelvoudig*
      een veelvoud
      halveer*|halvering*|gehalveerd*|halveren
      """)
    + words(
      .change(.up), always: true,
      "er is|was|kwam|blijkt (ook) (weer) (sprake) (van) een|nog toename|groei|stijging|opleving")
    + words(
      .change(.down), always: true,
      "er is|was|kwam|blijkt (ook) (weer) (sprake) (van) een|nog afname|krimp|daling|terugval|teruggang")
    + words(
      .change(.up),
      """
      neemt|nemen|nam|namen (*) (*) (*) (*) (*) (*) toe
      liep|liepen|loopt|lopen (*) (*) (*) (*) op $
      ging|gingen|gaat|gaan|schoot|schoten|vloog|vlogen|sprong|sprongen|kroop|kropen (*) (*) (*) omhoog
      stijgende|opgaande|groeiende lijn|trend in|van (het) (de) (_) @|&
      \(risesNL)
      stijgend|stijgende|groeiend|groeiende|toenemend|toenemende|oplopend|oplopende (_) &|@
      toename|groei|aanwas|stijging|vermeerdering|opmars|piek
      in de lift
      """)
    + words(
      .change(.down),
      """
      neemt|nemen|nam|namen (*) (*) (*) (*) (*) (*) af
      liep|liepen|loopt|lopen (*) (*) (*) (*) terug
      ging|gingen|gaat|gaan|schoot|schoten|dook|doken|kroop|kropen (*) (*) (*) omlaag
      dalende|neergaande|krimpende lijn|trend in|van (het) (de) (_) @|&
      \(fallsNL)
      dalend|dalende|krimpend|krimpende|afnemend|afnemende|slinkend|slinkende|teruglopend|teruglopende (_) &|@
      afname|krimp|daling|vermindering|terugval|teruggang|dip
      """)
    + words(
      .change(.same),
      """
      bleef|bleven|blijft|blijven (*) (*) (*) gelijk|stabiel|constant|onveranderd|hetzelfde
      """)
    + words(
      .comparative(.up), always: true,
      """
      ~onder|zonder|niet|geen|of|nog|nooit|veel|en meer (_) @|& !of
      ~onder|zonder|niet|geen|of|nog|nooit veel meer @|&
      ~onder|zonder|niet|geen|of|nog|nooit|veel meer =
      veel meer =
      steeds meer (_) @|=|&
      hogere|hoger|groter|grotere &
      & (*) (*) boven dat|het|de van|niveau
      & (*) overtrof|overtreft|oversteeg|overstijgt
      vaker (_) (_) dan (in) (het) in|vorig|vorige|voorheen|vroeger|eerder|toen|daarvoor|19*|20*
      meer|hoger|vaker (@) dan (in) (het) in|vorig|vorige|voorheen|vroeger|eerder|toen|daarvoor|ervoor|19*|20*
      """)
    + words(
      .comparative(.down), always: true,
      """
      ~niet|geen|of|nog|veel|en minder (_) @|& !of
      veel minder @|&
      ~niet|geen|of|nog|veel minder =
      steeds minder (_) @|=|&
      lagere|lager|kleiner|kleinere &
      & (*) (*) onder|beneden dat|het|de van|niveau
      minder|lager|zeldener (@) dan (in) (het) in|vorig|vorige|voorheen|vroeger|eerder|toen|daarvoor|ervoor|19*|20*
      """)
    + words(
      .comparative(.up),
      """
      & (*) (*) (*) (*) hoger|groter
      meer|hoger dan ooit
      steeds vaker
      vaker dan|gemeld|gezien|aangetroffen|geregistreerd|bekend
      """)
    + words(
      .comparative(.down),
      """
      & (*) (*) (*) (*) lager|kleiner
      minder|lager dan ooit
      steeds zeldzamer|zeldener
      minder vaak
      """)
    + words(.comparative(.same), always: true, "~niet|er evenveel @\n~niet|er even veel @")
    + words(
      .superlative, always: true,
      """
      hoogste|laagste|grootste|kleinste &|@
      het vaakst
      """)
    + words(
      .superlative,
      """
      hoogste|laagste punt|niveau|stand|cijfer|percentage
      vaakst|zeldzaamst
      bovenaan|onderaan|koploper
      """)
    + words(
      .majority, always: true,
      """
      ~ten|zijn|tenminste meeste|minste (_) @
      meeste =
      meeste|minste van hen|deze|die
      de meesten|minsten
      meerderheid|merendeel|minderheid van (de) (alle) (deze) (_) @
      grootste|grote|overgrote|kleinste deel|gedeelte van (de) (alle) (deze) (_) @
      """)

  static let chosenDutch: [DirectionWord] =
    words(.comparative(.up), "meer\nhoger\nvaker\ngroter\nomhoog\nerbij")
    + words(.comparative(.down), "minder\nlager\nzeldener\nkleiner\nomlaag\neraf")
    + words(.comparative(.same), "even veel\nevenveel\ngelijk\nonveranderd\nhetzelfde")
    + words(.superlative, "meest\nmeeste\nhoogste\nlaagste\nminste\nvaakst\ngrootste\nkleinste\nbovenaan\nonderaan")
    + words(.majority, "meerderheid\nmerendeel\nminderheid\nmeesten\ngrootste deel")
    + words(.first, "ooit\nrecord*\nnooit eerder\nnog nooit\nvoor het eerst\neerste keer")
    + words(
      .size,
      sizesNL.split(separator: "|").filter {
        !["iets", "hard", "grote", "kleine", "duidelijk", "duidelijke"].contains($0)
      }
      .joined(separator: "\n"))
}
