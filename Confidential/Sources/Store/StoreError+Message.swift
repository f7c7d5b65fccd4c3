public import Model

extension StoreError {
  /// What happened and what to do, for people.
  public var message: LocalizedText {
    switch self {
    case .folderReadOnly(let path): Sentence.folderReadOnly(path)
    case .openToOthers(let path): Sentence.openToOthers(path)
    case .unfinished(let path): Sentence.unfinished(path)
    case .notAFolder(let path): Sentence.notAFolder(path)
    case .cannotOpen(let path): Sentence.cannotOpen(path)
    case .diskFull(let path): Sentence.diskFull(path)
    case .locked(let path): Sentence.locked(path)
    case .corrupt(let path): Sentence.corrupt(path)
    case .damaged(let path, let delivery): Sentence.damaged(path, delivery)
    case .damagedDetails(let path): Sentence.damagedDetails(path)
    case .filesDisagree(let path, let older): Sentence.filesDisagree(path, older)
    case .auditBroken(let path, let entry): Sentence.auditBroken(path, entry)
    case .auditCut(let path, let entries, let known): Sentence.auditCut(path, entries, known)
    case .auditSilent(let path, let delivery): Sentence.auditSilent(path, delivery)
    case .newerSchema(let path): Sentence.newerSchema(path)
    case .olderSchema(let path): Sentence.olderSchema(path)
    case .wrongKey(let path): Sentence.wrongKey(path)
    case .fileMissing(let path, let name): Sentence.fileMissing(path, name)
    case .keyUnusable(let reason): reason
    case .alreadyReceiving: Sentence.alreadyReceiving()
    case .incomplete(let announced, let received): Sentence.incomplete(announced, received)
    case .uneven(let variable): Sentence.uneven(variable)
    case .misplacedIdentity(let row): Sentence.misplacedIdentity(row)
    case .noCurrentDelivery(let source, let period): Sentence.noCurrentDelivery(source, period)
    case .unknownCategory(let source, let period, let variable, let code):
      Sentence.unknownCategory(source, period, variable, code)
    case .changedKind(let source, let period, let variable): Sentence.changedKind(source, period, variable)
    case .unknownWord(let source, let period, let table, let word): Sentence.unknownWord(source, period, table, word)
    case .changedTable(let source, let period, let table): Sentence.changedTable(source, period, table)
    case .tooManyDeliveries(let limit): Sentence.tooManyDeliveries(limit)
    case .invalidMoment: Sentence.invalidMoment()
    case .unknownPerson: Sentence.unknownPerson()
    case .erasedPerson: Sentence.erasedPerson()
    case .refused(let rule): Sentence.refused(rule)
    case .unexpected(let code, let path): Sentence.unexpected(code, path)
    }
  }
}

/// One function for each error.
private enum Sentence {
  static func folderReadOnly(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "In de werkmap \(path) mag niet worden geschreven. Geef uzelf schrijfrecht of kies een andere map.",
      en: "The workspace \(path) may not be written to. Give yourself permission or choose another folder.")
  }

  static func openToOthers(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "Anderen kunnen \(path) lezen, en u mag dat niet veranderen. Laat de eigenaar de rechten op 700 zetten.",
      en: "Others can read \(path), and you may not change that. Ask its owner to set the permissions to 700.")
  }

  static func unfinished(_ path: String) -> LocalizedText {
    LocalizedText(
      nl:
        "In de werkmap \(path) is iets blijven liggen van een programma dat werd afgebroken. Kopieer haar naar een plek "
        + "waar geschreven mag worden en bouw daar.",
      en: "In the workspace \(path) something was left by a program that was cut off. Copy it to a place that can be "
        + "written to and build there.")
  }

  static func notAFolder(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "\(path) is geen map. Wijs een map aan als werkmap.", en: "\(path) is not a folder. Point to a folder.")
  }

  static func cannotOpen(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "De opslag in \(path) is niet te openen. Controleer of de map bestaat en of u erbij mag.",
      en: "The store in \(path) cannot be opened. Check that the folder exists and that you may use it.")
  }

  static func diskFull(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "De schijf is vol; in \(path) is niets veranderd. Maak ruimte en probeer het opnieuw.",
      en: "The disk is full; nothing in \(path) has changed. Make room and try again.")
  }

  static func locked(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "Een ander programma schrijft nu in \(path). Wacht tot het klaar is en probeer het opnieuw.",
      en: "Another program is writing in \(path) now. Wait until it is done and try again.")
  }

  static func corrupt(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "De opslag in \(path) is beschadigd. Zet een reservekopie terug; de leveringen zelf zijn niet aangeraakt.",
      en: "The store in \(path) is damaged. Put a backup back; the delivered files themselves were not touched.")
  }

  /// The way out of everything that is wrong with a workspace: it can be made again.
  private static let again = LocalizedText(
    nl: "Zet de hele werkmap terug uit een reservekopie, of leg haar apart en bouw opnieuw: alles wat telt staat in de "
      + "map van de monitor.",
    en: "Put the whole workspace back from a backup, or set it apart and build again: all that counts is in the folder "
      + "of the monitor.")

  static func damaged(_ path: String, _ delivery: String) -> LocalizedText {
    LocalizedText(
      nl: "Wat in \(path) van de levering \(delivery) is bewaard, is niet wat werd ontvangen. \(again.nl)",
      en: "What \(path) keeps of the delivery \(delivery) is not what was received. \(again.en)")
  }

  static func damagedDetails(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "Een of meer persoonsgegevens in \(path) zijn niet meer wat werd bewaard. \(again.nl)",
      en: "One or more personal details in \(path) are no longer what was kept. \(again.en)")
  }

  static func filesDisagree(_ path: String, _ older: StoreFile) -> LocalizedText {
    let newer: StoreFile = older == .vault ? .database : .vault
    return LocalizedText(
      nl: "In de werkmap \(path) is \(older.rawValue) van een eerder moment dan \(newer.rawValue). \(again.nl)",
      en: "In the workspace \(path) the file \(older.rawValue) is of an earlier moment than \(newer.rawValue). "
        + again.en)
  }

  /// The log is lost with the workspace, so that it is set apart and not removed.
  private static let auditAgain = LocalizedText(
    nl: "Zoek uit wie dat deed, en zet de hele werkmap terug uit een reservekopie; bewaar deze erbij.",
    en: "Find out who did that, and put the whole workspace back from a backup; keep this one beside it.")

  static func auditBroken(_ path: String, _ entry: Int) -> LocalizedText {
    LocalizedText(
      nl: "Regel \(entry) van het controlelogboek in \(path) is niet wat werd geschreven. \(auditAgain.nl)",
      en: "Entry \(entry) of the audit log in \(path) is not what was written. \(auditAgain.en)")
  }

  static func auditCut(_ path: String, _ entries: Int, _ known: Int) -> LocalizedText {
    LocalizedText(
      nl: "Het controlelogboek in \(path) heeft \(entries) regels en past niet bij de stand van regel \(known) die is "
        + "vastgelegd: er zijn regels verwijderd of opnieuw gemaakt. \(auditAgain.nl)",
      en: "The audit log in \(path) has \(entries) entries and does not fit the head of entry \(known) that was put on "
        + "record: entries were removed or made anew. \(auditAgain.en)")
  }

  static func auditSilent(_ path: String, _ delivery: String) -> LocalizedText {
    LocalizedText(
      nl: "Het controlelogboek in \(path) zegt niet dat de levering \(delivery) werd ontvangen, en zij is er: er zijn "
        + "regels verwijderd. \(auditAgain.nl)",
      en: "The audit log in \(path) does not say that the delivery \(delivery) was received, and it is there: entries "
        + "were removed. \(auditAgain.en)")
  }

  static func newerSchema(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "De opslag in \(path) is gemaakt door een nieuwere versie van dit programma. Gebruik die versie.",
      en: "The store in \(path) was made by a newer version of this program. Use that version.")
  }

  static func olderSchema(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "De opslag in \(path) is van een eerdere versie van dit programma. Werk haar bij met zicht build.",
      en: "The store in \(path) is of an earlier version of this program. Bring it up to date with zicht build.")
  }

  static func wrongKey(_ path: String) -> LocalizedText {
    LocalizedText(
      nl: "De sleutel hoort niet bij de werkmap \(path). Gebruik de sleutel waarmee de werkmap is gemaakt.",
      en: "The key does not belong to the workspace \(path). Use the key with which the workspace was made.")
  }

  static func fileMissing(_ path: String, _ name: String) -> LocalizedText {
    LocalizedText(
      nl: "In de werkmap \(path) ontbreekt het bestand \(name). Zet het terug uit de reservekopie.",
      en: "In the workspace \(path) the file \(name) is missing. Put it back from the backup.")
  }

  static func alreadyReceiving() -> LocalizedText {
    LocalizedText(
      nl: "Er wordt al een levering ontvangen. Wacht tot die klaar is.",
      en: "A delivery is already being received. Wait until it is done.")
  }

  static func incomplete(_ announced: Int, _ received: Int) -> LocalizedText {
    LocalizedText(
      nl: "Van de levering zijn \(received) rijen aangekomen en \(announced) aangekondigd; er is niets bewaard.",
      en: "Of the delivery \(received) rows arrived and \(announced) were announced; nothing was kept.")
  }

  static func uneven(_ variable: String) -> LocalizedText {
    LocalizedText(
      nl:
        "De variabele \(variable) komt niet in elk deel van de levering op dezelfde manier voor; er is niets bewaard.",
      en: "The variable \(variable) does not occur alike in each part of the delivery; nothing was kept.")
  }

  static func misplacedIdentity(_ row: Int) -> LocalizedText {
    LocalizedText(
      nl: "Rij \(row) draagt persoonsgegevens zonder dat de rij ze mag dragen; er is niets bewaard.",
      en: "Row \(row) carries personal details that it may not carry; nothing was kept.")
  }

  static func noCurrentDelivery(_ source: String, _ period: String) -> LocalizedText {
    LocalizedText(
      nl: "Van \(source) is over \(period) geen geldige levering aanwezig.",
      en: "There is no valid delivery from \(source) for \(period).")
  }

  static func unknownCategory(_ source: String, _ period: String, _ variable: String, _ code: String) -> LocalizedText {
    LocalizedText(
      nl: "De levering van \(source) over \(period) gebruikt bij \(variable) de categorie \(code), die niet in het "
        + "codeboek staat. Zet de categorie terug of lever opnieuw.",
      en: "The delivery from \(source) for \(period) uses the category \(code) of \(variable), which the codebook "
        + "does not have. Put the category back or deliver again.")
  }

  static func changedKind(_ source: String, _ period: String, _ variable: String) -> LocalizedText {
    LocalizedText(
      nl: "De levering van \(source) over \(period) heeft \(variable) als een ander soort variabele dan het "
        + "codeboek. Herstel het codeboek of lever opnieuw.",
      en: "The delivery from \(source) for \(period) has \(variable) as another kind of variable than the "
        + "codebook. Restore the codebook or deliver again.")
  }

  static func unknownWord(_ source: String, _ period: String, _ table: String, _ word: String) -> LocalizedText {
    LocalizedText(
      nl: "De levering van \(source) over \(period) gebruikt in tabel \(table) het woord \(word), dat niet meer in "
        + "sources.yaml staat. Zet het woord terug of lever opnieuw.",
      en: "The delivery from \(source) for \(period) uses the word \(word) in table \(table), which is no longer in "
        + "sources.yaml. Put the word back or deliver again.")
  }

  static func changedTable(_ source: String, _ period: String, _ table: String) -> LocalizedText {
    LocalizedText(
      nl: "De levering van \(source) over \(period) heeft tabel \(table) naar andere kenmerken dan sources.yaml nu "
        + "vraagt. Herstel de tabel of lever opnieuw.",
      en: "The delivery from \(source) for \(period) has table \(table) by other axes than sources.yaml asks for "
        + "now. Restore the table or deliver again.")
  }

  static func tooManyDeliveries(_ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "De werkmap heeft meer dan \(limit) geldige leveringen. Verdeel ze over meer werkmappen.",
      en: "The workspace has more than \(limit) valid deliveries. Spread them over more workspaces.")
  }

  static func invalidMoment() -> LocalizedText {
    LocalizedText(
      nl: "Het tijdstip heeft niet de vorm 2026-01-31T09:30:00Z.",
      en: "The moment does not have the form 2026-01-31T09:30:00Z.")
  }

  static func unknownPerson() -> LocalizedText {
    LocalizedText(
      nl: "Van deze persoon zijn geen persoonsgegevens aanwezig.",
      en: "There are no personal details of this person.")
  }

  static func erasedPerson() -> LocalizedText {
    LocalizedText(
      nl: "De persoonsgegevens van deze persoon zijn gewist.",
      en: "The personal details of this person have been erased.")
  }

  static func refused(_ rule: String) -> LocalizedText {
    LocalizedText(
      nl: "De opslag weigert dit (\(rule)); er is niets veranderd.",
      en: "The store refuses this (\(rule)); nothing has changed.")
  }

  static func unexpected(_ code: Int, _ path: String) -> LocalizedText {
    LocalizedText(
      nl: "De opslag in \(path) meldt onverwacht code \(code); er is niets veranderd. Geef deze code door.",
      en: "The store in \(path) unexpectedly reports code \(code); nothing has changed. Pass this code on.")
  }
}
