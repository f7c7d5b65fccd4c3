import Model

/// Which columns of a delivery hold what is encoded.
public struct EncodingColumns: Equatable, Sendable {
  /// What a column can hold. The names are those of the file with which a partner names its own columns.
  package enum Role: String, CaseIterable, Sendable {
    case record, forename, surname, name, alias, birthdate, birthyear, sex, nationality, city, phone, username, email
    case identifier
  }

  /// Headers that are taken for a role where nothing else is said, as they are compared.
  private static let usualHeaders: [Role: [String]] = [
    .record: ["report_id", "record_id", "rec_id", "unique_id", "meldingnummer", "recordnummer", "dossiernummer"],
    .forename: ["first_name", "given_name", "forename", "voornaam", "voornamen"],
    .surname: ["last_name", "surname", "family_name", "achternaam", "geslachtsnaam", "familienaam"],
    .name: ["name", "full_name", "naam", "volledigenaam"],
    .alias: ["alias", "bijnaam", "werknaam"],
    .birthdate: ["birth_date", "date_of_birth", "dob", "geboortedatum"],
    .birthyear: ["birth_year", "year_of_birth", "geboortejaar"],
    .sex: ["sex", "gender", "geslacht"],
    .nationality: ["nationality", "nationaliteit"],
    .city: ["city", "town", "suburb", "plaats", "woonplaats", "gemeente"],
    .phone: ["phone", "telephone", "telefoon", "telefoonnummer", "mobiel"],
    .username: ["username", "user_name", "gebruikersnaam", "account"],
    .email: ["email", "e-mail", "e_mail", "mailadres", "e-mailadres"],
    .identifier: [
      "id_number", "identity_number", "soc_sec_id", "bsn", "burgerservicenummer", "v-nummer", "vnummer",
      "documentnummer",
    ],
  ]

  /// Of the roles that were named, the headers as they were written; nil for the usual ones.
  private let named: [Role: [String]]?

  /// The columns with usual headers.
  public static let usual = EncodingColumns(named: nil)

  private init(named: [Role: [String]]?) { self.named = named }

  /// Reads lines of `role: header, header`; what follows a `#` and empty lines are passed over.
  ///
  /// - Throws: `configuration` with the number of a line that is no such line, or names a role twice.
  public init(text: String) throws(DeliveryEncodingError) {
    var named: [Role: [String]] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.prefix { $0 != "#" }
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let parts = line.split(separator: ":", maxSplits: 1).map { Self.trimmed($0) }
      guard parts.count == 2, let role = Role(rawValue: parts[0].lowercased()), named[role] == nil else {
        throw .configuration(line: index + 1, roles: Role.allCases.map(\.rawValue))
      }
      let headers = parts[1].split(separator: ",").map { Self.trimmed($0) }.filter { !$0.isEmpty }
      guard !headers.isEmpty else { throw .configuration(line: index + 1, roles: Role.allCases.map(\.rawValue)) }
      named[role] = headers
    }
    self.named = named
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Where the columns of each role stand in a header row.
  ///
  /// - Throws: `columnMissing` for a header that was named and is not there, `nothingToEncode` when there is no column
  ///   but that of the record.
  func places(in headers: [String]) throws(DeliveryEncodingError) -> [(role: Role, column: Int)] {
    let folded = headers.map(FoldedText.header)
    var places: [(role: Role, column: Int)] = []
    for role in Role.allCases {
      if let named {
        for header in named[role] ?? [] {
          guard let column = folded.firstIndex(of: FoldedText.header(header)) else {
            throw .columnMissing(role: role.rawValue)
          }
          places.append((role, column))
        }
      } else {
        let known = (Self.usualHeaders[role] ?? []).map(FoldedText.header)
        for (column, header) in folded.enumerated() where known.contains(header) { places.append((role, column)) }
      }
    }
    guard places.contains(where: { $0.role != .record }) else { throw .nothingToEncode }
    return places
  }
}
