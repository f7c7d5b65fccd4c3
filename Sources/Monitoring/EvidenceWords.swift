import Linkage
import Model
import ReviewPages

/// What speaks for and against one person, in the words of a reader.
struct EvidenceWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// `Achternaam`.
  func field(_ name: String) -> String {
    let label: LocalizedText =
      switch name {
      case "forename": LocalizedText(nl: "Voornaam", en: "Forename")
      case "surname": LocalizedText(nl: "Achternaam", en: "Surname")
      case "order": LocalizedText(nl: "Volgorde van de namen", en: "Order of the names")
      case "alias": LocalizedText(nl: "Bijnaam", en: "Alias")
      case "birth": LocalizedText(nl: "Geboortedatum", en: "Date of birth")
      case "identifier": LocalizedText(nl: "Persoonsnummer", en: "Identity number")
      case "phone": LocalizedText(nl: "Telefoon", en: "Telephone")
      case "userName": LocalizedText(nl: "Gebruikersnaam", en: "User name")
      case "email": LocalizedText(nl: "E-mail", en: "E-mail")
      case "address": LocalizedText(nl: "Adres", en: "Address")
      case "sex": LocalizedText(nl: "Geslacht", en: "Sex")
      case "nationality": LocalizedText(nl: "Nationaliteit", en: "Nationality")
      case "birthPlace": LocalizedText(nl: "Geboorteplaats", en: "Place of birth")
      case "occupation": LocalizedText(nl: "Beroep", en: "Occupation")
      default: LocalizedText(nl: "Sleutel van de bron", en: "Key of the source")
      }
    return label[language]
  }

  /// `gelijk, zeldzaam`.
  func finding(_ field: PairEvidence.Field) -> String {
    let level = level(field)[language]
    // Two bits: four times as rare or as common as such values are on average. A decision.
    if field.rarity >= 2 { return level + LocalizedText(nl: ", zeldzaam", en: ", rare")[language] }
    if field.rarity <= -2 { return level + LocalizedText(nl: ", veelvoorkomend", en: ", common")[language] }
    return level
  }

  private func level(_ field: PairEvidence.Field) -> LocalizedText {
    switch field.level {
    case "exact", "straight":
      field.name == "order" ? LocalizedText(nl: "gewoon", en: "as usual") : LocalizedText(nl: "gelijk", en: "equal")
    case "close": LocalizedText(nl: "bijna gelijk", en: "nearly equal")
    case "part": LocalizedText(nl: "deels gelijk", en: "equal in part")
    case "similar": LocalizedText(nl: "lijkt erop", en: "alike")
    case "initial": LocalizedText(nl: "alleen de voorletter gelijk", en: "the initial only")
    case "name": LocalizedText(nl: "is de naam van de ander", en: "is the name of the other")
    case "typo": LocalizedText(nl: "één teken verschil", en: "one sign apart")
    case "swapped":
      field.name == "birth"
        ? LocalizedText(nl: "dag en maand verwisseld", en: "day and month swapped")
        : LocalizedText(nl: "voornaam en achternaam verwisseld", en: "forename and surname swapped")
    default: field.name == "birth" ? birth(field.level) : address(field.level)
    }
  }

  private func birth(_ level: String) -> LocalizedText {
    switch level {
    case "near": LocalizedText(nl: "dag of maand verschilt", en: "day or month differs")
    case "day": LocalizedText(nl: "dag en maand gelijk, jaar dichtbij", en: "day and month equal, year near")
    case "both-year", "year": LocalizedText(nl: "alleen het jaar bekend, gelijk", en: "a year only, equal")
    case "year-near": LocalizedText(nl: "alleen het jaar bekend, dichtbij", en: "a year only, near")
    case "year-only": LocalizedText(nl: "alleen het jaar gelijk", en: "only the year is equal")
    default: Self.different
    }
  }

  private func address(_ level: String) -> LocalizedText {
    switch level {
    case "house": LocalizedText(nl: "straat en nummer gelijk", en: "street and number equal")
    case "street": LocalizedText(nl: "straat gelijk", en: "street equal")
    case "postcode-city": LocalizedText(nl: "postcode en plaats gelijk", en: "postcode and town equal")
    case "postcode": LocalizedText(nl: "postcode gelijk", en: "postcode equal")
    case "city": LocalizedText(nl: "plaats gelijk", en: "town equal")
    case "region": LocalizedText(nl: "regio gelijk", en: "region equal")
    default: Self.different
    }
  }

  private static let different = LocalizedText(nl: "verschillend", en: "different")

  /// `spreekt sterk voor`. In steps of which each end is a decision: below half a bit it says next to nothing, from two bits
  /// on it is four to one, from six on sixty to one.
  func strength(_ bits: Double) -> String {
    let size = abs(bits)
    guard size >= 0.5 else { return LocalizedText(nl: "zegt bijna niets", en: "says next to nothing")[language] }
    let degree = size >= 6 ? 2 : size >= 2 ? 1 : 0
    let (nl, en) = (["zwak ", "", "sterk "][degree], [" weakly", "", " strongly"][degree])
    return LocalizedText(
      nl: "spreekt \(nl)\(bits > 0 ? "voor" : "tegen")", en: "speaks\(en) \(bits > 0 ? "for" : "against")")[language]
  }

  /// The label of a personal detail.
  func detail(_ name: String) -> String {
    switch name {
    case "givenName": field("forename")
    case "birthDate": field("birth")
    case "fullName": LocalizedText(nl: "Naam", en: "Name")[language]
    case "street": LocalizedText(nl: "Straat", en: "Street")[language]
    case "houseNumber": LocalizedText(nl: "Huisnummer", en: "House number")[language]
    case "postcode": "Postcode"
    case "city": LocalizedText(nl: "Woonplaats", en: "Town")[language]
    default: field(name)
    }
  }

  /// `ongeveer 83%`, and in words where a percentage would say more than is known.
  func chance(_ chance: Double) -> String {
    if chance < 0.01 { return LocalizedText(nl: "minder dan 1%", en: "less than 1%")[language] }
    if chance > 0.99 { return LocalizedText(nl: "meer dan 99%", en: "more than 99%")[language] }
    let share = Int((100 * chance).rounded())
    return LocalizedText(nl: "ongeveer \(share)%", en: "about \(share)%")[language]
  }

  /// `zelfde`.
  func answer(_ answer: PairAnswer) -> String {
    switch answer {
    case .same: LocalizedText(nl: "zelfde", en: "same")[language]
    case .different: LocalizedText(nl: "anders", en: "different")[language]
    case .cannotSay: LocalizedText(nl: "weet niet", en: "cannot say")[language]
    }
  }
}
