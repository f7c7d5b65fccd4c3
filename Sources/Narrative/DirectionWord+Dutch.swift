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
      nog niet eerder zo|zoveel
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
      verdubbel*|verdrievoudig*|verviervoudig*|vervijfvoudig*|verzesvoudig*|verzevenvoudig*|verachtvoudig*|vertienvoudig*|vertwintigvoudig*|verhonderdvoudig*|verveelvoudigd|verveelvoudigde|verveelvoudigden|verveelvoudigt
      een veelvoud
      halveer*|halvering*|gehalveerd*|halveren
      """)
    + words(
      .turn, always: true,
      """
      trend|lijn|tij|ontwikkeling (is|lijkt|werd) (nu) (weer) gekeerd|omgebogen|doorbroken
      """)
    + words(
      .turn,
      """
      kentering|ommekeer|keerpunt|kantelpunt|trendbreuk|trendomslag|plateau|inhaalslag
      omslag in|van (de|het) (_) @|&
      """)
    + words(
      .course, always: true,
      """
      trend|lijn|groei|krimp|ontwikkeling (_) zet|zette|zetten (zich) (_) (_) door|voort
      zet|zette|zetten de|die|deze (_) trend|lijn|groei (_) door|voort
      trend houdt|hield (nog) aan
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
      trekt|trok|trekken|trokken|zwelt|zwol (*) (*) (*) aan
      veert|veerde|veren (*) (*) op
      almaar|alsmaar meer|hoger|vaker
      meer en meer @|=
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
      zwakt|zwakte|zwakken (*) (*) af
      ebt|ebde (*) (*) weg
      almaar|alsmaar minder|lager
      """)
    + words(
      .change(.same),
      """
      bleef|bleven|blijft|blijven (*) (*) (*) gelijk|stabiel|constant|onveranderd|hetzelfde
      stabiliseert|stabiliseerde|stabiliseerden|gestabiliseerd|stagneert|stagneerde|stagneerden|gestagneerd|afgevlakt
      vlakt|vlakte|vlakken (*) (*) af
      schommelt|schommelen|schommelde|schommelden (al) (jaren) rond
      """)
    + words(
      .change(.same), always: true,
      """
      & (*) (*) op hetzelfde|vergelijkbaar|gelijk niveau
      """)
    + words(
      .comparative(.up), always: true,
      """
      ~onder|zonder|niet|geen|of|nog|nooit|veel|en meer (_) @|& !of
      niet (veel) meer @ dan
      zijn|waren|kwamen|komen|werden (het) er (er) (ook) (nu|daarna|sindsdien) (veel) meer $
      extra @
      vaker|meer|hoger|groter (_) (_) dan elders|gemiddeld|landelijk|daarbuiten|verwacht
      ~niet vaker (_) (_) dan (bij) (de) (_) =|@
      bovengemiddeld veel|vaak|hoog
      bovengemiddeld|bovengemiddelde &
      =|@ (_) (_) oververtegenwoordigd
      oververtegenwoordigd =|@|$
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
      zijn|waren|kwamen|komen|werden (het) er (er) (ook) (nu|daarna|sindsdien) (veel) minder $
      niet (veel) minder @ dan
      zeldener|minder|lager|kleiner (_) (_) dan elders|gemiddeld|landelijk|daarbuiten|verwacht
      ~niet minder vaak (_) (_) dan (bij) (de) (_) =|@
      ondergemiddeld|ondergemiddelde &
      =|@ (_) (_) ondervertegenwoordigd
      ondervertegenwoordigd =|@|$
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
      sindsdien|daarna|inmiddels|tegenwoordig (er) (ook) (veel) meer $
      meer|hoger dan ooit
      steeds vaker
      vaker dan|gemeld|gezien|aangetroffen|geregistreerd|bekend
      """)
    + words(
      .comparative(.down),
      """
      & (*) (*) (*) (*) lager|kleiner
      sindsdien|daarna|inmiddels|tegenwoordig (er) (ook) (veel) minder $
      minder|lager dan ooit
      steeds zeldzamer|zeldener
      minder vaak
      """)
    + words(.comparative(.same), always: true, "~niet|er evenveel @\n~niet|er even veel @")
    + words(
      .superlative(.up), always: true,
      """
      hoogste|grootste &|@
      het vaakst
      grootste (_) groep|categorie|aandeel
      meest voorkomend|voorkomende|genoemd|genoemde|gemeld|gemelde|geregistreerde
      """)
    + words(
      .superlative(.down), always: true,
      """
      laagste|kleinste &|@
      kleinste groep|categorie|aandeel
      ~ten|zijn|tenminste minste (_) @
      minste van hen|deze|die
      de minsten
      """)
    + words(.superlative(nil), always: true, "op een|twee|drie na grootste|kleinste|hoogste|laagste|meeste")
    + words(
      .superlative(.up),
      """
      hoogste punt|niveau|stand|cijfer|percentage
      vaakst|bovenaan|koploper
      """)
    + words(
      .superlative(.down),
      """
      laagste punt|niveau|stand|cijfer|percentage
      zeldzaamst|onderaan|hekkensluiter
      """)
    + words(
      .majority, always: true,
      """
      ~ten|zijn|tenminste meeste (_) @
      meeste =
      meeste van hen|deze|die
      de meesten
      ~een|deze|die|geen meerderheid|merendeel van (de) (alle) (deze) (_) @
      een (ruime|grote|krappe|kleine) meerderheid is|zijn|was|waren|bestaat|bestond|komt|kwam|heeft|had|van
      grootste|grote|overgrote|leeuwen deel|gedeelte van (de) (alle) (deze) (_) @
      leeuwendeel|gros|bulk van (de) (alle) (deze) (_) @
      vooral|voornamelijk|hoofdzakelijk|overwegend|merendeels (door|bij|uit|van|om|onder|over) (%) =|@
      met name (door|bij|uit|om|onder|over) (%) =|@
      """)
    + words(
      .minority, always: true,
      """
      minderheid van (de) (alle) (deze) (_) @
      een (kleine) minderheid is|zijn|was|waren|bestaat|bestond|komt|kwam|heeft|had
      kleinste deel|gedeelte van (de) (alle) (deze) (_) @
      """)

  static let chosenDutch: [DirectionWord] =
    words(.comparative(.up), "meer\nhoger\nvaker\ngroter\nomhoog\nerbij")
    + words(.comparative(.down), "minder\nlager\nzeldener\nkleiner\nomlaag\neraf")
    + words(.comparative(.same), "even veel\nevenveel\ngelijk\nonveranderd\nhetzelfde")
    + words(.superlative(.up), "meest\nmeeste\nhoogste\nvaakst\ngrootste\nbovenaan\nkoploper")
    + words(.superlative(.down), "laagste\nminste\nkleinste\nzeldzaamst\nonderaan")
    + words(
      .majority,
      "meerderheid\nmerendeel\nmeesten\ngrootste deel\nvooral\nvoornamelijk\nhoofdzakelijk\novergrote deel\ngros")
    + words(.minority, "minderheid")
    + words(.turn, "kentering\nommekeer\nkeerpunt\nomslag\nplateau\ninhaalslag")
    + words(.first, "ooit\nrecord*\nnooit eerder\nnog nooit\nvoor het eerst\neerste keer")
    + words(
      .size,
      sizesNL.split(separator: "|").filter {
        !["iets", "hard", "grote", "kleine", "duidelijk", "duidelijke"].contains($0)
      }
      .joined(separator: "\n"))
}
