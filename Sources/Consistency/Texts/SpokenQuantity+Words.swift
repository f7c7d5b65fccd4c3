/// Words of shares and factors, folded.
extension SpokenQuantities {
  static let counts: [String: Double] = [
    "a": 1, "one": 1, "een": 1, "ein": 1, "eine": 1, "einem": 1, "eines": 1, "einer": 1, "un": 1, "une": 1, "uno": 1,
    "una": 1, "two": 2, "twee": 2, "zwei": 2, "deux": 2, "dos": 2, "three": 3, "drie": 3, "drei": 3, "trois": 3,
    "tres": 3, "four": 4, "vier": 4, "quatre": 4, "cuatro": 4,
  ]

  static let halves: [String: Double] = [
    "half": 0.5, "helft": 0.5, "halfte": 0.5, "moitie": 0.5, "mitad": 0.5, "driekwart": 0.75, "dreiviertel": 0.75,
  ]

  static let parts: [String: Double] = [
    "third": 3, "thirds": 3, "derde": 3, "drittel": 3, "tiers": 3, "tercio": 3, "tercios": 3, "tercera": 3,
    "terceras": 3, "quarter": 4, "quarters": 4, "fourth": 4, "kwart": 4, "vierde": 4, "viertel": 4, "quart": 4,
    "quarts": 4, "cuarto": 4, "cuartos": 4, "cuarta": 4, "cuartas": 4, "fifth": 5, "fifths": 5, "vijfde": 5,
    "funftel": 5, "cinquieme": 5, "cinquiemes": 5, "quinto": 5, "quintos": 5, "quinta": 5, "quintas": 5, "sixth": 6,
    "zesde": 6, "sechstel": 6, "sixieme": 6, "sexto": 6, "sexta": 6, "tenth": 10, "tenths": 10, "tiende": 10,
    "zehntel": 10, "dixieme": 10, "decimo": 10, "decima": 10,
  ]

  /// *cuarta parte*, *derde deel*
  static let partWords: Set<String> = ["part", "parts", "deel", "parte", "partes"]

  static let ofWords: Set<String> = ["of", "van", "der", "des", "von", "aller", "de", "du", "d", "del", "dieser"]

  static let articles: Set<String> = [
    "the", "a", "de", "het", "die", "der", "das", "la", "le", "les", "el", "los", "las", "een", "l", "'",
  ]

  /// *the second half of 2020*
  static let ordinals: Set<String> = [
    "first", "second", "last", "other", "eerste", "tweede", "laatste", "andere", "erste", "ersten", "zweite", "zweiten",
    "letzten", "anderen", "premiere", "seconde", "deuxieme", "autre", "primera", "segunda", "ultima", "otra", "and",
  ]

  static let links: [[String]] = [
    ["in"], ["out", "of"], ["op", "de"], ["op"], ["von"], ["sur"], ["de", "cada"],
  ]

  static let multiplied: [String: Double] = [
    "doubled": 2, "verdubbeld": 2, "verdubbelde": 2, "verdubbelden": 2, "verdubbelt": 2, "verdoppelt": 2,
    "verdoppelte": 2, "verdoppelten": 2, "verdoppeln": 2, "double": 2, "duplico": 2, "duplicaron": 2,
    "duplicado": 2, "tripled": 3, "trebled": 3, "quintupled": 5, "vervijfvoudigd": 5, "vervijfvoudigde": 5,
    "verfunffacht": 5,
    "verfunffachte": 5, "verdrievoudigd": 3, "verdrievoudigde": 3, "verdreifacht": 3, "verdreifachte": 3,
    "verdreifachten": 3, "triple": 3, "triplico": 3, "triplicaron": 3, "triplicado": 3, "quadrupled": 4,
    "verviervoudigd": 4, "verviervoudigde": 4, "vervierfacht": 4, "vervierfachte": 4, "quadruple": 4,
    "cuadruplico": 4, "cuadruplicaron": 4,
  ]

  static let halved: Set<String> = [
    "halved", "gehalveerd", "halveerde", "halveerden", "halbiert", "halbierte", "halbierten",
  ]

  static let comparisons: Set<String> = ["than", "dan", "als", "de", "que", "d"]
  static let more: Set<String> = ["more", "meer", "mehr", "plus", "mas"]
  static let less: Set<String> = ["less", "fewer", "minder", "weniger", "moins", "menos"]
  static let almost: Set<String> = [
    "almost", "nearly", "bijna", "vrijwel", "krap", "fast", "nahezu", "knapp", "beinahe", "presque", "casi",
  ]
  static let above: Set<String> = ["over", "minstens", "mindestens"]
  static let justAbove: Set<String> = ["ruim", "gut"]
  /// Before *more than*.
  static let slightly: Set<String> = ["slightly", "little", "iets", "net", "etwas", "peu", "algo", "poco"]
  static let around: Set<String> = [
    "about", "around", "roughly", "approximately", "some", "ongeveer", "circa", "ca", "rond", "zo'n", "etwa", "rund",
    "ungefahr", "environ", "quelque", "aproximadamente", "alrededor", "pres", "cerca", "unos", "dik", "ruwweg",
  ]
}
