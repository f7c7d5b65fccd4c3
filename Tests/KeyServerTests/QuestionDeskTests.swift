import Cryptography
import Foundation
import Testing
import Web

@testable import zicht_key_server

@Suite struct QuestionDeskTests {
  private let ledger = FileManager.default.temporaryDirectory.appending(path: "zicht-ledger-\(UUID().uuidString)")
  private let made = PartnerList.newPartner("zorg", daily: 5)
  private let key: ObliviousKey

  init() throws { key = try LinkageKey.random(project: "dienst", epoch: 2026).obliviousKey(.verifiable) }

  private func desk(on day: String = "2026-11-29") throws -> QuestionDesk {
    let partners = try #require(PartnerList(text: made.partner.line + "\n"))
    return QuestionDesk(key: key, partners: partners, ledger: try QuestionLedger(ledger)) { day }
  }

  private func question(_ count: Int) throws -> ObliviousQuestion {
    try ObliviousQuestion((0..<count).map { [UInt8($0)] }, to: ObliviousFunction(.verifiable))
  }

  @Test func `a question is answered with values that hold`() async throws {
    defer { try? FileManager.default.removeItem(at: ledger) }
    let question = try question(3)
    let answer = try await desk().answer(made.word, question.blinded.flatMap { $0 })
    guard case .evaluated(let bytes) = answer else {
      Issue.record("no answer")
      return
    }
    let evaluated = (0..<3).map { Array(bytes[32 * $0..<32 * $0 + 32]) }
    let values = try question.values(of: evaluated, proof: Array(bytes[96...]), publicKey: key.publicKey)
    #expect(Set(values).count == 3)
  }

  @Test func `a partner asks as much a day as it may, also after a restart, and the ledger has counts only`()
    async throws
  {
    defer { try? FileManager.default.removeItem(at: ledger) }
    let bytes = try question(3).blinded.flatMap { $0 }
    #expect(try await desk().answer(made.word, bytes) != .exhausted)
    #expect(try await desk().answer(made.word, bytes) == .exhausted)
    #expect(try String(contentsOf: ledger, encoding: .utf8) == "2026-11-29 zorg 3\n")
    #expect(try await desk(on: "2026-11-30").answer(made.word, bytes) != .exhausted)
    #expect(try String(contentsOf: ledger, encoding: .utf8) == "2026-11-29 zorg 3\n2026-11-30 zorg 3\n")
  }

  @Test func `what cannot be answered is refused`() async throws {
    defer { try? FileManager.default.removeItem(at: ledger) }
    let desk = try desk()
    let one = try question(1).blinded[0]
    #expect(await desk.answer("een ander woord", one) == .unknownPartner)
    #expect(await desk.answer(made.word, []) == .malformed)
    #expect(await desk.answer(made.word, Array(one.dropLast())) == .malformed)
    #expect(await desk.answer(made.word, [UInt8](repeating: 0xFF, count: 32)) == .malformed)
    #expect(await desk.answer(made.word, [UInt8](repeating: 1, count: longestKeyServerQuestion + 32)) == .malformed)
  }

  @Test func `a ledger that cannot be written stops the answers`() async throws {
    let partners = try #require(PartnerList(text: made.partner.line))
    let nowhere = try QuestionLedger(URL(filePath: "/nonexistent/zicht/ledger"))
    let desk = QuestionDesk(key: key, partners: partners, ledger: nowhere) { "2026-11-29" }
    #expect(await desk.answer(made.word, try question(1).blinded[0]) == .exhausted)
  }

  @Test func `a list of partners reads as it was written, and does not hold the word`() throws {
    #expect(PartnerList(text: "\(made.partner.line)\n")?.partners == [made.partner])
    #expect(!made.partner.line.contains(made.word) && made.word.utf8.count == 64)
    for text in ["zorg", "zorg abc 5", "\(made.partner.line)\n\(made.partner.line)", "\(made.partner.line)x"] {
      #expect(PartnerList(text: text) == nil)
    }
  }
}
