/// Why a cryptographic operation could not be done. Never carries a key or a plain text.
///
/// This stage knows no other, so the sentence is given in both languages as plain strings.
public enum CryptographyError: Error, Equatable, Sendable {
  /// The library could not be started.
  case unavailable
  case keyFileMissing(path: String)
  case keyFileUnreadable(path: String)
  /// Others than the owner may read the file.
  case keyFileOpenToOthers(path: String, permissions: String)
  /// Neither 64 hexadecimal digits nor anything else that is a key; `place` is a path or the name of a setting.
  case keyMalformed(place: String)
  case keyFileExists(path: String)
  case keyFileNotWritten(path: String)
  /// Zeroes, counting, letters: filled in by hand; `place` as above.
  case keyNotRandom(place: String)
  /// A wrapped key, and nobody to ask for the passphrase.
  case passphraseMissing(place: String)
  case passphraseWrong(place: String)
  case passphraseTooShort
  /// Not a part of a key, or one that was mistyped.
  case shareMalformed(place: String)
  /// Parts of different keys, or the same part twice.
  case sharesDiffer
  /// Sealed with another key, for another place, or damaged.
  case cannotOpen
  /// Not the line of a linkage key.
  case linkageKeyMalformed(place: String)
  /// The name of a project with other signs than a to z, digits and hyphens, or none, or more than 40.
  case projectRefused
  /// No year, or not a later one where a later one was asked.
  case epochRefused
  /// A message of the oblivious protocol that is no element of the group, or a proof that does not hold.
  case elementRefused
  case proofRefused

  public var dutch: String {
    switch self {
    case .unavailable:
      "De bibliotheek voor versleuteling start niet. Installeer libsodium opnieuw."
    case .keyFileMissing(let path):
      "Het sleutelbestand \(path) bestaat niet. Zet het bestand terug of wijs een ander aan."
    case .keyFileUnreadable(let path):
      "Het sleutelbestand \(path) is niet te lezen. Geef uzelf leesrecht op dit bestand."
    case .keyFileOpenToOthers(let path, let permissions):
      "Het sleutelbestand \(path) heeft rechten \(permissions), zodat ook anderen erbij kunnen. "
        + "Zet de rechten op 600."
    case .keyMalformed(let place):
      "In \(place) staat geen sleutel. Een sleutel bestaat uit 64 hexadecimale cijfers."
    case .keyFileExists(let path):
      "Het sleutelbestand \(path) bestaat al en is niet overschreven. Kies een andere naam."
    case .keyFileNotWritten(let path):
      "Het sleutelbestand \(path) is niet te schrijven. Kies een map waarin u mag schrijven."
    case .keyNotRandom(let place):
      "De sleutel in \(place) is niet willekeurig: hij bestaat uit herhaling, tellen of letters en is dus te raden. "
        + "Laat Zicht een sleutel maken met zicht key rotate."
    case .passphraseMissing(let place):
      "De sleutel in \(place) gaat open met een wachtzin. Typ die in een terminal of geef hem in ZICHT_KEY_PASSPHRASE."
    case .passphraseWrong(let place):
      "De wachtzin past niet bij de sleutel in \(place), of dat bestand is beschadigd. Probeer het opnieuw."
    case .passphraseTooShort:
      "De wachtzin is te kort. Neem er een van ten minste \(WrappedKey.shortestPassphrase) tekens."
    case .shareMalformed(let place):
      "In \(place) staat geen deel van een sleutel, of er is iets in veranderd. Vergelijk met het deel zoals het is "
        + "uitgegeven."
    case .sharesDiffer:
      "Deze twee delen geven samen geen sleutel: ze zijn van verschillende sleutels of twee keer hetzelfde deel. Neem "
        + "twee delen met verschillende nummers en dezelfde vingerafdruk."
    case .cannotOpen:
      "Versleutelde gegevens zijn niet te openen: de sleutel is een andere of de gegevens zijn beschadigd. "
        + "Gebruik de sleutel waarmee ze zijn opgeslagen."
    case .linkageKeyMalformed(let place):
      "In \(place) staat geen koppelsleutel, of er is iets in veranderd. Haal hem opnieuw bij de sleutelbewaarder."
    case .projectRefused:
      "De naam van een project bestaat uit kleine letters, cijfers en streepjes, ten hoogste 40. Kies een andere naam."
    case .epochRefused:
      "Het tijdvak is een verslagjaar van vier cijfers, en na een wissel een later jaar dan dat van de oude sleutel. Geef "
        + "zo'n jaar met --epoch."
    case .elementRefused:
      "Het antwoord van de sleuteldienst is geen geldig antwoord. Controleer het adres en probeer het opnieuw."
    case .proofRefused:
      "De sleuteldienst heeft niet met de afgesproken sleutel gerekend. Gebruik dit antwoord niet en vraag de beheerder "
        + "van de sleuteldienst welke openbare sleutel geldt."
    }
  }

  public var english: String {
    switch self {
    case .unavailable:
      "The encryption library does not start. Install libsodium again."
    case .keyFileMissing(let path):
      "The key file \(path) does not exist. Put the file back or point to another one."
    case .keyFileUnreadable(let path):
      "The key file \(path) cannot be read. Give yourself permission to read this file."
    case .keyFileOpenToOthers(let path, let permissions):
      "The key file \(path) has permissions \(permissions), so that others can reach it too. "
        + "Set the permissions to 600."
    case .keyMalformed(let place):
      "There is no key in \(place). A key consists of 64 hexadecimal digits."
    case .keyFileExists(let path):
      "The key file \(path) already exists and was not overwritten. Choose another name."
    case .keyFileNotWritten(let path):
      "The key file \(path) cannot be written. Choose a folder in which you may write."
    case .keyNotRandom(let place):
      "The key in \(place) is not random: it consists of repetition, counting or letters and so can be guessed. Let "
        + "Zicht make a key with zicht key rotate."
    case .passphraseMissing(let place):
      "The key in \(place) opens with a passphrase. Type it in a terminal or give it in ZICHT_KEY_PASSPHRASE."
    case .passphraseWrong(let place):
      "The passphrase does not fit the key in \(place), or that file is damaged. Try again."
    case .passphraseTooShort:
      "The passphrase is too short. Take one of at least \(WrappedKey.shortestPassphrase) characters."
    case .shareMalformed(let place):
      "There is no part of a key in \(place), or something in it has changed. Compare it with the part as it was given "
        + "out."
    case .sharesDiffer:
      "These two parts do not make a key: they are of different keys or twice the same part. Take two parts with "
        + "different numbers and the same fingerprint."
    case .cannotOpen:
      "Encrypted data cannot be opened: the key is another one or the data are damaged. "
        + "Use the key with which they were stored."
    case .linkageKeyMalformed(let place):
      "There is no linkage key in \(place), or something in it has changed. Get it again from the keeper of the key."
    case .projectRefused:
      "The name of a project consists of lower-case letters, digits and hyphens, 40 at most. Choose another name."
    case .epochRefused:
      "The epoch is a reporting year of four digits and, after a rotation, a later year than that of the old key. Give "
        + "such a year with --epoch."
    case .elementRefused:
      "The answer of the key server is not a valid answer. Check the address and try again."
    case .proofRefused:
      "The key server did not use the agreed key. Do not use this answer and ask whoever runs the key server which "
        + "public key is in force."
    }
  }
}
