/// Words by which a sentence is about a cell and nothing else.
extension TextWords {
  /// Whether a word leaves open nothing of what a cell is. Parts of the year, other things and what comes first or last do
  /// not, though they say nothing where a number is only explained.
  static func saysNothingOfCells(_ word: String) -> Bool {
    if telling.contains(word) { return true }
    let isLetters = !word.contains(where: \.isNumber)
    return isLetters && NumberBinding.saysNothing(word) && !narrowing.contains(word) && !months.contains(word)
      && !vague.contains(word)
  }

  /// Verbs and nouns of counting and telling, beside those that are neutral anyhow.
  static let telling = words(
    """
    number numbers registering registers lodged filed submitted occurred happened took under group groups category categories form formed
    included consisted consists covers stood numbered numbering names lists mentions gives
    binnen binnengekomen binnengekomene kwam kwamen ontvangen ontving ontvingen gedaan deed deden ingediend ingeschreven \
    geteld getelde uitgevoerd betrof betroffen betreft maakte maakten uit vormen vormt vormde vormden vormt groep groepen \
    categorie categorieen staan verslagjaar sprake altijd telkens namelijk uitkwam kwam vielen viel gevallen voorkwam vaakst opgetekend vastgesteld toen noemt noemen noemde geeft geven \
    somit immer stets eingegangen gingen ging ein eingereicht gezahlten erfasst erfasste wies wiesen ausgewiesen gruppe gruppen kategorie \
    betrafen betraf vor kommt kommen nennt nennen \
    toujours donc recu recus recue recues eu faits fait faite faites deposes deposees comptabilise comptabilises concernaient concernait \
    representent constituent totalisent comptent groupe groupes categorie a indique indiquent
    hubo hechos presentados presentadas recibidos recibidas contabilizaron grupo grupos
    """)

  /// Neutral elsewhere, but not where a number is held against a cell: halves, what was first, last, earlier, the same.
  static let narrowing = words(
    """
    half first second third last latter former previous earlier later next same part parts share proportion annual \
    annually lived living live kept different found \
    helft eerste tweede derde laatste vorige eerder eerdere later zelfde deel aandeel jaarlijks vond vonden gevonden \
    halfte erste zweite dritte letzte fruher spater gleich teil anteil jahrlich \
    moitie premier premiere deuxieme troisieme dernier derniere precedent meme part partie \
    mitad primero primera segundo tercero ultimo anterior mismo parte
    """)

  /// Words after which a number is of something else: each, on average, together, more, including, no longer, ten years on.
  static let turning = words(
    """
    average mean per each every including included includes together combined both difference than more fewer less \
    additional extra other others such now within among without only if can could may might must should would no not \
    gemiddeld gemiddelde elk elke ieder iedere inclusief exclusief samen tezamen beide verschil dan meer minder andere \
    nu binnenkort zonder als kan kunnen kon konden zal zullen zou zouden moet moeten mits hooguit maximaal minimaal tussen \
    durchschnitt durchschnittlich jede jeder jedes pro einschliesslich zusammen beide unterschied als mehr weniger andere \
    jetzt nun ohne wenn kann konnte konnten soll zwischen maximal hochstens \
    moyenne chaque compris ensemble deux plus moins autre autres sans si par entre maximum \
    promedio media cada incluido juntos juntas mas menos otro otros sin entre
    """
  ).subtracting(["only"])

  /// Between two moments, or from one on; fine where the numbers of both are said.
  static let spanning = words(
    """
    since until between after before during than against \
    sinds sedert vanaf na tussen tegen tegenover dan gedurende \
    seit ab nach zwischen wahrend gegen gegenuber als \
    depuis apres avant entre pendant contre \
    desde tras entre durante hasta frente
    """)

  /// Prepositions that belong to a verb where they end its part of a sentence.
  static let particles = words(
    "bij af toe over weg door op om mee aan an ab aus auf zu out off up down hinzu dazu erbij")

  /// Before the number that something came from or went to.
  static let fromOrTo = words(
    "from to at van naar tot op uit von auf zu bei de a hasta en pass passe zahlt")

  static let people = words(
    """
    people persons person inhabitants residents mensen personen inwoners menschen einwohner personnes habitants personas \
    habitantes
    """)

  /// What stands before a part of what came before.
  static let partOf = words("waarvan whom thereof davon darunter wovon dont cuales")

  static let countWords = words("number aantal zahl anzahl nombre numero")
}
