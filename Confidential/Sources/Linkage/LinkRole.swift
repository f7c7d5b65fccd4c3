/// What a column says about a person, as far as linking uses it. A column without a role is not read.
public enum LinkRole: String, CaseIterable, Sendable {
  /// The name of the record; opaque, never compared.
  case record
  /// Who reported it.
  case source
  case forename, surname, fullName, alias
  case birthDate, birthYear
  case sex, nationality
  case houseNumber, street, locality, city, postcode, region
  case birthPlace, occupation
  case phone, email, userName, identifier
  /// The key by which a source knows the person: the same key, the same person, as far as the source is right. No header means
  /// it: a column of keys says who is who.
  case personKey
  /// The random number under which the partner encoded the record for a linkage unit; see `EncodedEvidence`.
  case encodedRow

  /// The role of a column by its header, in Dutch or English; nil for a header that is not known.
  ///
  /// Case, blanks, `_` and `-` do not count. Names of the truth of test sets, such as `person_id` and `cluster`, are not
  /// among them: a column that says who is who is never read by guess.
  public init?(header: some Sequence<UInt8>) {
    var key: [UInt8] = []
    for byte in header {
      switch byte {
      case 0x41...0x5A: key.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: key.append(byte)
      default: continue
      }
    }
    let word = String(decoding: key, as: UTF8.self)
    guard let role = Self.allCases.first(where: { $0.headers.contains(word) }) else { return nil }
    self = role
  }

  /// Headers, without blanks and signs and in small letters.
  public var headers: [String] {
    switch self {
    case .record:
      [
        "recordid", "recid", "reportid", "uniqueid", "meldingsnummer", "meldingid", "meldingnummer", "notificationid",
        "id",
      ]
    case .source: ["source", "bron", "organisatie", "organisation", "organization", "melder", "reporter"]
    case .forename: ["firstname", "givenname", "forename", "voornaam", "voornamen", "firstnames", "givennames"]
    case .surname: ["lastname", "surname", "familyname", "achternaam", "geslachtsnaam", "familienaam"]
    case .fullName: ["fullname", "name", "naam", "volledigenaam"]
    case .alias: ["alias", "nickname", "roepnaam", "bijnaam", "werknaam", "workingname"]
    case .birthDate: ["birthdate", "dateofbirth", "dob", "geboortedatum"]
    case .birthYear: ["birthyear", "yearofbirth", "yob", "geboortejaar"]
    case .sex: ["sex", "gender", "geslacht"]
    case .nationality: ["nationality", "nationaliteit", "citizenship", "countryoforigin", "herkomst"]
    case .houseNumber: ["streetnumber", "housenumber", "huisnummer"]
    case .street: ["street", "streetname", "address", "address1", "straat", "straatnaam", "adres"]
    case .locality: ["address2", "locality"]
    case .city: ["city", "town", "suburb", "plaats", "woonplaats", "stad", "gemeente"]
    case .postcode: ["postcode", "postalcode", "zip", "zipcode", "postcodefake"]
    case .region: ["state", "province", "provincie", "regio", "region"]
    case .birthPlace: ["birthplace", "placeofbirth", "geboorteplaats"]
    case .occupation: ["occupation", "beroep", "profession"]
    case .phone: ["phone", "phonenumber", "telephone", "mobile", "telefoon", "telefoonnummer", "mobiel"]
    case .email: ["email", "emailaddress", "mail", "emailadres"]
    case .userName: ["username", "handle", "gebruikersnaam", "account", "useraccount"]
    case .identifier:
      ["idnumber", "socsecid", "ssn", "bsn", "nationalid", "identitynumber", "vnummer", "documentnumber"]
    case .personKey: []
    case .encodedRow: ["willekeurignummer", "encodedrow"]
    }
  }

  /// Whether a column of this role is compared.
  public var isCompared: Bool { self != .record && self != .source && self != .encodedRow }
}
