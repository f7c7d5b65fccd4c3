import Testing

/// One row of the small delivery of counts changed, with the sentences it must give.
struct BadCount: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var row: Int
  var line: String?
  var sentences: [String]
  var isTaken: Bool

  init(_ name: String, _ row: Int, _ line: String?, _ sentences: String..., isTaken: Bool = false) {
    (testDescription, self.row, self.line, self.sentences, self.isTaken) = (name, row, line, sentences, isTaken)
  }

  private static let aside = " Deze rij is niet ingelezen."
  private static func seks(_ count: String, remark: String = "", previous: String = "") -> String {
    "Contacten naar soort;2023;soort;seks;;;;;\(count);\(previous);\(remark)"
  }

  static let all = numbers + places + whole + striking

  static let numbers: [BadCount] = [
    .init(
      "a bound", 2, seks("<5"),
      "c.csv, rij 2, kolom aantal: hier staat een grens in plaats van een aantal. "
        + "Vul het aantal zelf in; mag dat niet, vul dan niet geleverd in." + aside),
    .init(
      "a bound behind", 2, seks("5-"),
      "c.csv, rij 2, kolom aantal: hier staat een grens in plaats van een aantal. "
        + "Vul het aantal zelf in; mag dat niet, vul dan niet geleverd in." + aside),
    .init(
      "a sign", 2, seks("*"),
      "c.csv, rij 2, kolom aantal: hier staat een teken in plaats van een aantal. "
        + "Vul het aantal zelf in; mag dat niet, vul dan niet geleverd in." + aside),
    .init(
      "a negative count", 2, seks("-3"),
      "c.csv, rij 2, kolom aantal: hier staat een getal onder nul. Verbeter de cel." + aside),
    .init(
      "a percentage", 2, seks("12%"),
      "c.csv, rij 2, kolom aantal: hier staat een percentage; deze tabel vraagt een aantal. "
        + "Vul het aantal in en niet het aandeel." + aside),
    .init(
      "a number with a comma", 2, seks("12,5"),
      "c.csv, rij 2, kolom aantal: hier staat een getal met decimalen; deze tabel vraagt een geheel aantal. "
        + "Vul een geheel aantal in, en geen aandeel of gemiddelde." + aside),
    .init(
      "words", 2, seks("circa dertig"),
      "c.csv, rij 2, kolom aantal: hier staat geen getal. "
        + "Vul een getal in, niet geregistreerd of niet geleverd; uitleg hoort bij toelichting." + aside),
    .init(
      "a number beyond all bounds", 2, seks("99999999999999999999999"),
      "c.csv, rij 2, kolom aantal: hier staat een getal boven een miljard; dat kan geen aantal zijn. "
        + "Vul een getal in, niet geregistreerd of niet geleverd; uitleg hoort bij toelichting." + aside),
    .init(
      "a count for a percentage", 15, "Aandeel minderjarig;2024;;;;;;;125;;",
      "c.csv, rij 15, kolom aantal: hier staat meer dan 100; deze tabel vraagt een percentage. "
        + "Vul het percentage in." + aside),
    .init(
      "too many decimals", 15, "Aandeel minderjarig;2024;;;;;;;12,55;;",
      "c.csv, rij 15, kolom aantal: hier staan meer decimalen dan gevraagd (1). Rond het getal af." + aside),
    .init(
      "an empty cell", 10, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;;;",
      "c.csv, rij 10, kolom aantal: deze cel is leeg en telt als niet geleverd. Vul 0 in als er geen waren, "
        + "niet geregistreerd als u dit niet bijhoudt, of anders niet geleverd.", isTaken: true),
    .init(
      "a point between thousands", 10, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;1.334;;",
      "c.csv, rij 10, kolom aantal: dit is gelezen als 1334. Schrijf getallen liever met cijfers alleen.", isTaken: true
    ),
  ]

  static let places: [BadCount] = [
    .init(
      "a table one letter off", 10, "Contacten naar leeftyd;2024;leeftijd;<18;;;;;5;;",
      "c.csv: van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`. "
        + "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd.",
      "c.csv, rij 10, kolom tabel: deze tabel staat niet in het sjabloon; bedoelt u `Contacten naar leeftijd`? "
        + "Neem de naam over uit het sjabloon." + aside),
    .init(
      "a year that the table does not ask", 10, "Contacten naar leeftijd;2023;leeftijd;<18;;;;;5;;",
      "c.csv: van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`. "
        + "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd.",
      "c.csv, rij 10, kolom jaar: `Contacten naar leeftijd` vraagt dit jaar niet; wel 2024. "
        + "Verbeter het jaar of haal de rij weg." + aside),
    .init(
      "a year of five digits", 2, "Contacten naar soort;20233;soort;seks;;;;;30;;",
      "c.csv: van `Contacten naar soort` over 2023 ontbreekt de rij met `seks`. "
        + "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd.",
      "c.csv, rij 2, kolom jaar: hier staat geen jaartal van vier cijfers. Verbeter de cel." + aside),
    .init(
      "another axis", 2, "Contacten naar soort;2023;sort;seks;;;;;30;;",
      "c.csv, rij 2, kolom kenmerk 1: `Contacten naar soort` heeft dit kenmerk niet; bedoelt u `soort`? "
        + "Neem de kenmerken over uit het sjabloon." + aside),
    .init(
      "no axis", 2, "Contacten naar soort;2023;;;;;;;30;;",
      "c.csv, rij 2, kolom kenmerk 1: het kenmerk `soort` ontbreekt in deze rij. "
        + "Neem de kenmerken over uit het sjabloon." + aside),
    .init(
      "an unknown word", 2, "Contacten naar soort;2023;soort;sekz;;;;;30;;",
      "c.csv, rij 2, kolom categorie 1: dit woord staat niet in de lijst; bedoelt u `seks`? "
        + "Kies een woord uit de lijst in het sjabloon." + aside),
    .init(
      "a category of last year's codebook", 11, "Contacten naar leeftijd;2024;leeftijd;18-22;;;;;7;;",
      "c.csv, rij 11, kolom categorie 1: `18-22` geldt tot en met 2023 en niet in 2024. "
        + "Kies een categorie die in dit jaar geldt; het sjabloon noemt ze." + aside),
    .init(
      "a total nobody asked for", 11, "Contacten naar leeftijd;2024;leeftijd;Totaal;;;;;7;;",
      "c.csv, rij 11, kolom categorie 1: `Contacten naar leeftijd` vraagt geen totaal. Haal de rij weg." + aside),
    .init(
      "the same row twice", 11, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;6;;",
      "c.csv: van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `18-25`. "
        + "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd.",
      "c.csv, rij 11: dit getal staat er al, op rij 10. Laat één van beide rijen staan." + aside),
    .init(
      "everything wrong at once", 2, "Contacten naar soort;23;soort;sekz;;;;;<5;;",
      "c.csv: van `Contacten naar soort` over 2023 ontbreekt de rij met `seks`. "
        + "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd.",
      "c.csv, rij 2, kolom jaar: hier staat geen jaartal van vier cijfers. Verbeter de cel." + aside,
      "c.csv, rij 2, kolom categorie 1: dit woord staat niet in de lijst; bedoelt u `seks`? "
        + "Kies een woord uit de lijst in het sjabloon." + aside,
      "c.csv, rij 2, kolom aantal: hier staat een grens in plaats van een aantal. "
        + "Vul het aantal zelf in; mag dat niet, vul dan niet geleverd in." + aside),
  ]

  static let whole: [BadCount] = [
    .init(
      "a total that does not add up", 5, "Contacten naar soort;2023;soort;Totaal;;;;;41;;",
      "c.csv, rij 5, kolom aantal: het totaal is 41, maar de categorieën van `soort` zijn samen 40. "
        + "Verbeter het totaal of een categorie, of leg het verschil uit bij toelichting. Dit totaal is niet ingelezen."
    ),
    .init(
      "a total that does not add up, explained", 5, "Contacten naar soort;2023;soort;Totaal;;;;;41;;één dubbel",
      "c.csv, rij 5, kolom aantal: het totaal is 41, maar de categorieën van `soort` zijn samen 40; dat is toegelicht. "
        + "Neem het verschil over in de noot bij de figuur.", isTaken: true),
    .init(
      "a total below what is known of it", 9, "Contacten naar soort;2024;soort;Totaal;;;;;46;40;",
      "c.csv, rij 9, kolom aantal: het totaal is 46, maar de bekende categorieën van `soort` zijn samen 47. "
        + "Verbeter het totaal of een categorie, of leg het verschil uit bij toelichting. Dit totaal is niet ingelezen."
    ),
    .init(
      "more than the base", 12, "Dwangmiddelen;2024;middel;Geweld;;;;;22;;",
      "c.csv, rij 12, kolom aantal: hier staat 22, meer dan de basis van 21. "
        + "Verbeter de basis of de categorie, of leg het verschil uit bij toelichting. Deze rij is niet ingelezen."),
    .init(
      "a missing row", 10, nil,
      "c.csv: van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`. "
        + "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd."),
    .init(
      "a missing table", 15, nil,
      "c.csv: `Aandeel minderjarig` over 2024 ontbreekt. "
        + "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd."),
    .init(
      "no closing row", 16, nil,
      "c.csv: het is niet te zien over welk jaar deze levering gaat. Geef het jaar op met --period."),
    .init(
      "not complete", 16, "Deze levering is volledig;2024;;;;;;;nee;;",
      "c.csv, rij 16, kolom aantal: deze levering is volgens de slotrij niet volledig. "
        + "Vul ja in bij aantal van de slotrij als er niets meer volgt.", isTaken: true),
    .init(
      "complete is not said", 16, "Deze levering is volledig;2024;;;;;;;;;",
      "c.csv, rij 16, kolom aantal: of deze levering volledig is, staat er niet: hier hoort ja of nee. "
        + "Vul ja in bij aantal van de slotrij als er niets meer volgt.", isTaken: true),
    .init(
      "another period", 16, "Deze levering is volledig;2031;;;;;;;ja;;",
      "c.csv, rij 16, kolom jaar: deze levering gaat over 2031; de monitor gaat over 2023-2024. "
        + "Verbeter het jaar in de slotrij, of lever het bestand bij zijn eigen jaar."),
  ]

  static let striking: [BadCount] = [
    .init(
      "more than doubled", 10, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;25;12;",
      "c.csv, rij 10, kolom aantal: hier staat 25 en in de vorige levering 12; klopt dat? "
        + "Controleer het getal; klopt het, schrijf dan bij toelichting hoe dat komt.", isTaken: true),
    .init(
      "more than doubled, explained", 10, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;25;12;campagne",
      "c.csv, rij 10, kolom aantal: hier staat 25 en in de vorige levering 12; dat is toegelicht. "
        + "U hoeft niets te doen.", isTaken: true),
    .init("doubled", 10, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;24;12;", isTaken: true),
    .init("more than doubled, and small", 10, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;12;2;", isTaken: true),
    .init(
      "less than half", 10, "Contacten naar leeftijd;2024;leeftijd;<18;;;;;5;16;",
      "c.csv, rij 10, kolom aantal: hier staat 5 en in de vorige levering 16; klopt dat? "
        + "Controleer het getal; klopt het, schrijf dan bij toelichting hoe dat komt.", isTaken: true),
  ]
}
