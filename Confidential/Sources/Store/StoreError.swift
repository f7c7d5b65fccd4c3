internal import Cryptography
public import Model

/// Why the store could not do what was asked. Carries places and codes, never a value of a record.
public enum StoreError: Error, Equatable, Sendable {
  case folderReadOnly(path: String)
  case notAFolder(path: String)
  case cannotOpen(path: String)
  case diskFull(path: String)
  /// Another program is writing.
  case locked(path: String)
  case corrupt(path: String)
  /// Made by a later version of the program.
  case newerSchema(path: String)
  /// Made by an earlier version of the program, and opened only to look.
  case olderSchema(path: String)
  case wrongKey(path: String)
  /// One of the two files is new while the other has contents.
  case fileMissing(path: String, name: String)
  case keyUnusable(LocalizedText)
  case alreadyReceiving
  /// The receiver was told of other numbers of rows than it was given.
  case incomplete(announced: Int, received: Int)
  /// Batches of one delivery do not carry the same columns.
  case uneven(variable: String)
  /// A personal detail outside the identified lane, or of a row without a person.
  case misplacedIdentity(row: Int)
  case noCurrentDelivery(source: String, period: String)
  /// A delivery holds a category that the codebook no longer has.
  case unknownCategory(source: String, period: String, variable: String, code: String)
  /// A delivery holds a variable in another kind than the codebook now gives it.
  case changedKind(source: String, period: String, variable: String)
  /// Counts were delivered under a word that the source no longer has.
  case unknownWord(source: String, period: String, table: String, word: String)
  /// Counts were delivered by other axes than the table now has.
  case changedTable(source: String, period: String, table: String)
  case tooManyDeliveries(limit: Int)
  /// Not `YYYY-MM-DDThh:mm:ssZ`.
  case invalidMoment
  case unknownPerson
  case erasedPerson
  /// A rule of the database itself refused; `rule` is the rule's own sentence.
  case refused(rule: String)
  /// Anything else, with SQLite's extended result code.
  case unexpected(code: Int, path: String)
}

extension StoreError {
  /// What happened and what to do, for people.
  public var message: LocalizedText { placeMessage ?? contentMessage }

  private var placeMessage: LocalizedText? {
    switch self {
    case .folderReadOnly(let path):
      LocalizedText(
        nl: "In de werkmap \(path) mag niet worden geschreven. Geef uzelf schrijfrecht of kies een andere map.",
        en: "The workspace \(path) may not be written to. Give yourself permission or choose another folder.")
    case .notAFolder(let path):
      LocalizedText(
        nl: "\(path) is geen map. Wijs een map aan als werkmap.", en: "\(path) is not a folder. Point to a folder.")
    case .cannotOpen(let path):
      LocalizedText(
        nl: "De opslag in \(path) is niet te openen. Controleer of de map bestaat en of u erbij mag.",
        en: "The store in \(path) cannot be opened. Check that the folder exists and that you may use it.")
    case .diskFull(let path):
      LocalizedText(
        nl: "De schijf is vol; in \(path) is niets veranderd. Maak ruimte en probeer het opnieuw.",
        en: "The disk is full; nothing in \(path) has changed. Make room and try again.")
    case .locked(let path):
      LocalizedText(
        nl: "Een ander programma schrijft nu in \(path). Wacht tot het klaar is en probeer het opnieuw.",
        en: "Another program is writing in \(path) now. Wait until it is done and try again.")
    case .corrupt(let path):
      LocalizedText(
        nl: "De opslag in \(path) is beschadigd. Zet een reservekopie terug; de leveringen zelf zijn niet aangeraakt.",
        en: "The store in \(path) is damaged. Put a backup back; the delivered files themselves were not touched.")
    case .newerSchema(let path):
      LocalizedText(
        nl: "De opslag in \(path) is gemaakt door een nieuwere versie van dit programma. Gebruik die versie.",
        en: "The store in \(path) was made by a newer version of this program. Use that version.")
    case .olderSchema(let path):
      LocalizedText(
        nl: "De opslag in \(path) is van een eerdere versie van dit programma. Werk haar bij met zicht build.",
        en: "The store in \(path) is of an earlier version of this program. Bring it up to date with zicht build.")
    case .wrongKey(let path):
      LocalizedText(
        nl: "De sleutel hoort niet bij de werkmap \(path). Gebruik de sleutel waarmee de werkmap is gemaakt.",
        en: "The key does not belong to the workspace \(path). Use the key with which the workspace was made.")
    case .fileMissing(let path, let name):
      LocalizedText(
        nl: "In de werkmap \(path) ontbreekt het bestand \(name). Zet het terug uit de reservekopie.",
        en: "In the workspace \(path) the file \(name) is missing. Put it back from the backup.")
    case .unexpected(let code, let path):
      LocalizedText(
        nl: "De opslag in \(path) meldt onverwacht code \(code); er is niets veranderd. Geef deze code door.",
        en: "The store in \(path) unexpectedly reports code \(code); nothing has changed. Pass this code on.")
    default: nil
    }
  }

  private var contentMessage: LocalizedText {
    switch self {
    case .keyUnusable(let reason): reason
    case .alreadyReceiving:
      LocalizedText(
        nl: "Er wordt al een levering ontvangen. Wacht tot die klaar is.",
        en: "A delivery is already being received. Wait until it is done.")
    case .incomplete(let announced, let received):
      LocalizedText(
        nl: "Van de levering zijn \(received) rijen aangekomen en \(announced) aangekondigd; er is niets bewaard.",
        en: "Of the delivery \(received) rows arrived and \(announced) were announced; nothing was kept.")
    case .uneven(let variable):
      LocalizedText(
        nl:
          "De variabele \(variable) komt niet in elk deel van de levering op dezelfde manier voor; er is niets bewaard.",
        en: "The variable \(variable) does not occur alike in each part of the delivery; nothing was kept.")
    case .misplacedIdentity(let row):
      LocalizedText(
        nl: "Rij \(row) draagt persoonsgegevens zonder dat de rij ze mag dragen; er is niets bewaard.",
        en: "Row \(row) carries personal details that it may not carry; nothing was kept.")
    case .noCurrentDelivery(let source, let period):
      LocalizedText(
        nl: "Van \(source) is over \(period) geen geldige levering aanwezig.",
        en: "There is no valid delivery from \(source) for \(period).")
    case .tooManyDeliveries(let limit):
      LocalizedText(
        nl: "De werkmap heeft meer dan \(limit) geldige leveringen. Verdeel ze over meer werkmappen.",
        en: "The workspace has more than \(limit) valid deliveries. Spread them over more workspaces.")
    case .invalidMoment:
      LocalizedText(
        nl: "Het tijdstip heeft niet de vorm 2026-01-31T09:30:00Z.",
        en: "The moment does not have the form 2026-01-31T09:30:00Z.")
    case .unknownPerson:
      LocalizedText(
        nl: "Van deze persoon zijn geen persoonsgegevens aanwezig.",
        en: "There are no personal details of this person.")
    case .erasedPerson:
      LocalizedText(
        nl: "De persoonsgegevens van deze persoon zijn gewist.",
        en: "The personal details of this person have been erased.")
    case .refused(let rule):
      LocalizedText(
        nl: "De opslag weigert dit (\(rule)); er is niets veranderd.",
        en: "The store refuses this (\(rule)); nothing has changed.")
    default: codebookMessage
    }
  }

  private var codebookMessage: LocalizedText {
    switch self {
    case .unknownCategory(let source, let period, let variable, let code):
      LocalizedText(
        nl: "De levering van \(source) over \(period) gebruikt bij \(variable) de categorie \(code), die niet in het "
          + "codeboek staat. Zet de categorie terug of lever opnieuw.",
        en: "The delivery from \(source) for \(period) uses the category \(code) of \(variable), which the codebook "
          + "does not have. Put the category back or deliver again.")
    case .changedKind(let source, let period, let variable):
      LocalizedText(
        nl: "De levering van \(source) over \(period) heeft \(variable) als een ander soort variabele dan het "
          + "codeboek. Herstel het codeboek of lever opnieuw.",
        en: "The delivery from \(source) for \(period) has \(variable) as another kind of variable than the "
          + "codebook. Restore the codebook or deliver again.")
    case .unknownWord(let source, let period, let table, let word):
      LocalizedText(
        nl: "De levering van \(source) over \(period) gebruikt in tabel \(table) het woord \(word), dat niet meer in "
          + "sources.yaml staat. Zet het woord terug of lever opnieuw.",
        en: "The delivery from \(source) for \(period) uses the word \(word) in table \(table), which is no longer in "
          + "sources.yaml. Put the word back or deliver again.")
    case .changedTable(let source, let period, let table):
      LocalizedText(
        nl: "De levering van \(source) over \(period) heeft tabel \(table) naar andere kenmerken dan sources.yaml nu "
          + "vraagt. Herstel de tabel of lever opnieuw.",
        en: "The delivery from \(source) for \(period) has table \(table) by other axes than sources.yaml asks for "
          + "now. Restore the table or deliver again.")
    default:
      LocalizedText(nl: "De opslag kan dit niet doen.", en: "The store cannot do this.")
    }
  }
}

extension StoreError {
  init(_ error: CryptographyError) { self = .keyUnusable(LocalizedText(nl: error.dutch, en: error.english)) }
}
