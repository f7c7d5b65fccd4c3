public import Model

/// Why a delivery cannot be encoded. Never carries a value.
public enum DeliveryEncodingError: Error, Equatable, Sendable {
  /// The number of a line of the file of columns, and what can stand before its colon.
  case configuration(line: Int, roles: [String])
  case columnMissing(role: String)
  /// No column with a usual name.
  case nothingToEncode
  case noRecords
  /// A list of names without names and counts.
  case names(line: Int)
  case source

  public var message: LocalizedText {
    switch self {
    case .configuration(let line, let roles):
      LocalizedText(
        nl:
          "Regel \(line) van het kolommenbestand moet zijn: een rol, een dubbele punt en de kolomkop, elke rol één keer. "
          + "De rollen zijn \(roles.joined(separator: ", ")).",
        en:
          "Line \(line) of the file of columns has to be: a role, a colon and the header, each role once. The roles are "
          + "\(roles.joined(separator: ", ")).")
    case .columnMissing(let role):
      LocalizedText(
        nl: "De kolom die het kolommenbestand noemt bij \(role), staat niet in de levering. Verbeter de kolomkop.",
        en: "The column that the file of columns names for \(role) is not in the delivery. Correct the header.")
    case .nothingToEncode:
      LocalizedText(
        nl:
          "In de levering staat geen kolom met een gebruikelijke kop, zoals voornaam of geboortedatum. Noem de kolommen "
          + "met --config.",
        en: "The delivery has no column with a usual header, such as first_name or birth_date. Name the columns with "
          + "--config.")
    case .noRecords:
      LocalizedText(
        nl: "De levering heeft geen rijen onder de kolomkoppen. Controleer of dit het goede bestand is.",
        en: "The delivery has no rows below the headers. Check whether this is the right file.")
    case .names(let line):
      LocalizedText(
        nl: "Rij \(line) van de namenlijst moet een naam en een aantal zijn. Neem een lijst met twee kolommen.",
        en: "Row \(line) of the list of names has to be a name and a number. Take a list of two columns.")
    case .source:
      LocalizedText(
        nl: "De naam van de bron is één woord van kleine letters, cijfers en streepjes. Kies zo'n naam met --source.",
        en: "The name of the source is one word of lower-case letters, digits and hyphens. Choose one with --source.")
    }
  }
}
