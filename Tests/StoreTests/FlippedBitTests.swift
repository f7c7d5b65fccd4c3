import Foundation
import Invented
@testable import Model
import Testing

@testable import Store

/// A disk that wears out changes one bit at a time. Whatever bit it is: it is told, or it changes no answer.
@Suite struct FlippedBitTests {
  let folder: TemporaryFolder

  init() throws { folder = try SealedWorkspace.make() }

  /// What may be said of a damaged file; anything else would send somebody the wrong way.
  private func isToldAsDamage(_ error: StoreError) -> Bool {
    switch error {
    case .corrupt, .damaged, .damagedDetails, .filesDisagree, .auditBroken, .auditCut, .auditSilent, .wrongKey,
      .newerSchema, .olderSchema, .fileMissing, .keyUnusable:
      true
    default: false
    }
  }

  /// A place in a file; four in five beside something that is written, because most of a small file is empty.
  private func place(in bytes: Data, _ generator: inout SplitMix) -> Int {
    let mayBeEmpty = Int.random(in: 0..<5, using: &generator) == 0
    while true {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      if mayBeEmpty || bytes[max(0, place - 2)..<min(bytes.count, place + 3)].contains(where: { $0 != 0 }) {
        return place
      }
    }
  }

  /// Flips one bit of a file while something is done.
  private func withFlippedBit(of name: String, _ generator: inout SplitMix, _ body: (_ byte: Int) throws -> Void) throws
  {
    let file = try FileHandle(forUpdating: URL(filePath: folder.path(of: name)))
    let byte = place(in: try folder.bytes(of: name), &generator)
    let bit = UInt8.random(in: 0..<8, using: &generator)
    try file.seek(toOffset: UInt64(byte))
    let right = try #require(try file.read(upToCount: 1))
    for value in [Data([right[right.startIndex] ^ 1 << bit]), right] {
      try file.seek(toOffset: UInt64(byte))
      try file.write(contentsOf: value)
      if value != right { try body(byte) }
    }
    try file.close()
  }

  @Test(arguments: ["zicht.sqlite", "identities.sqlite"])
  func `each of two hundred and fifty bits is told, or changes nothing that is read`(name: String) throws {
    let right = try SealedWorkspace.answer(in: folder).get()
    let rightOfWriter = try SealedWorkspace.answerOfWriter(in: folder.asLeftByAKill()).get()
    var generator = SplitMix(seed: 41)
    var told = 0
    for number in 0..<250 {
      try withFlippedBit(of: name, &generator) { byte in
        var isLookedAtAgain = number.isMultiple(of: 10)
        switch SealedWorkspace.answer(in: folder) {
        case .success(let answer):
          #expect(answer == right, "byte \(byte)")
          isLookedAtAgain = number.isMultiple(of: 3)
        case .failure(let error):
          told += 1
          #expect(isToldAsDamage(error), "byte \(byte): \(error)")
        }
        guard isLookedAtAgain else { return }
        // Whoever writes settles what was left half, and may not settle what was damaged.
        switch SealedWorkspace.answerOfWriter(in: try folder.asLeftByAKill()) {
        case .success(let answer): #expect(answer == rightOfWriter, "byte \(byte), writing")
        case .failure(let error): #expect(isToldAsDamage(error), "byte \(byte), writing: \(error)")
        }
      }
    }
    #expect(told > 100, "\(told)")
  }

  @Test func `two hundred bits of the snapshot change no number`() throws {
    let monitor = Tiny.monitor()
    let right: Notifications
    do {
      let workspace = try Workspace(at: folder.path, key: Tiny.key())
      right = try workspace.gatheredNotifications(for: monitor)
      #expect(try workspace.notifications(for: monitor) == right)
    }
    let workspace = try Workspace(reading: folder.path, key: Tiny.key())
    var generator = SplitMix(seed: 43)
    for _ in 0..<200 {
      try withFlippedBit(of: "snapshot.columns", &generator) { (byte) throws in
        #expect(try workspace.notifications(for: monitor) == right, "byte \(byte)")
      }
    }
  }
}
