import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct StoreErrorTests {
  static let all: [StoreError] = [
    .folderReadOnly(path: "/w"), .notAFolder(path: "/w"), .cannotOpen(path: "/w"), .diskFull(path: "/w"),
    .locked(path: "/w"), .corrupt(path: "/w"), .newerSchema(path: "/w"), .olderSchema(path: "/w"),
    .wrongKey(path: "/w"),
    .fileMissing(path: "/w", name: "zicht.sqlite"), .keyUnusable(LocalizedText(nl: "Sleutel weg.", en: "Key gone.")),
    .alreadyReceiving, .incomplete(announced: 2, received: 1), .uneven(variable: "age"), .misplacedIdentity(row: 3),
    .noCurrentDelivery(source: "north", period: "2019"),
    .unknownCategory(source: "north", period: "2019", variable: "colour", code: "red"),
    .changedKind(source: "north", period: "2019", variable: "colour"),
    .unknownWord(source: "north", period: "2019", table: "by-kind", word: "rood"),
    .changedTable(source: "north", period: "2019", table: "by-kind"), .tooManyDeliveries(limit: 5), .invalidMoment,
    .unknownPerson, .erasedPerson, .refused(rule: "an audit entry stays"), .unexpected(code: 10, path: "/w"),
    .auditBroken(path: "/w", entry: 3), .auditCut(path: "/w", entries: 3, known: 4),
    .auditSilent(path: "/w", delivery: "north 2019 v1"), .filesDisagree(path: "/w", older: .vault),
  ]

  @Test(arguments: all)
  func `every error is a sentence of its own in both languages`(error: StoreError) {
    let message = error.message
    #expect(message.nl.hasSuffix(".") && message.en.hasSuffix("."))
    #expect(message.nl != message.en)
    #expect(Self.all.count { $0.message == message } == 1)
  }

  @Test func `the sentences are the ones people read`() {
    #expect(
      StoreError.diskFull(path: "/w").message.nl
        == "De schijf is vol; in /w is niets veranderd. Maak ruimte en probeer het opnieuw.")
    #expect(
      StoreError.folderReadOnly(path: "/w").message.nl
        == "In de werkmap /w mag niet worden geschreven. Geef uzelf schrijfrecht of kies een andere map.")
    #expect(
      StoreError.incomplete(announced: 5, received: 4).message.nl
        == "Van de levering zijn 4 rijen aangekomen en 5 aangekondigd; er is niets bewaard.")
  }

  @Test(arguments: [
    (ResultCode.SQLITE_FULL, StoreError.diskFull(path: "/w")), (.SQLITE_IOERR_SHMSIZE, .diskFull(path: "/w")),
    (.SQLITE_BUSY, .locked(path: "/w")), (.SQLITE_BUSY_SNAPSHOT, .locked(path: "/w")),
    (.SQLITE_LOCKED, .locked(path: "/w")), (.SQLITE_CORRUPT, .corrupt(path: "/w")),
    (.SQLITE_ERROR, .corrupt(path: "/w")), (.SQLITE_FORMAT, .corrupt(path: "/w")),
    (.SQLITE_NOTADB, .corrupt(path: "/w")), (.SQLITE_READONLY, .folderReadOnly(path: "/w")),
    (.SQLITE_READONLY_DIRECTORY, .folderReadOnly(path: "/w")), (.SQLITE_CANTOPEN, .cannotOpen(path: "/w")),
    (.SQLITE_IOERR, .unexpected(code: 10, path: "/w")), (.SQLITE_IOERR_READ, .unexpected(code: 266, path: "/w")),
  ])
  func `what SQLite says is said in our words`(code: ResultCode, error: StoreError) {
    #expect(StoreError(DatabaseError(resultCode: code), in: "/w") == error)
  }
}
