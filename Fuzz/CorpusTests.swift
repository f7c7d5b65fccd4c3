import Foundation
import Testing

/// The inputs in `Fuzz/corpus`, one folder a target, fed once more: what was ever found stays mended, at no cost.
@Suite struct CorpusTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "corpus")

  static func inputs(of target: FuzzTarget) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: corpus.appending(path: target.rawValue), includingPropertiesForKeys: nil)
  }

  @Test(arguments: FuzzTarget.allCases)
  func `whatever was once fed to a target passes`(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      let bytes = try [UInt8](Data(contentsOf: input))
      target.feed(bytes)
      // Cut short and with a bit turned: a small part of what a real run tries.
      target.feed(Array(bytes.prefix(bytes.count / 2)))
      for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 8)) {
        var changed = bytes
        changed[place] ^= 1 << UInt8(place % 8)
        target.feed(changed)
      }
    }
  }

  @Test func `the corpus is small and belongs to targets that exist`() throws {
    let folders = try FileManager.default.contentsOfDirectory(at: Self.corpus, includingPropertiesForKeys: nil)
    #expect(Set(folders.map(\.lastPathComponent)) == Set(FuzzTarget.allCases.map(\.rawValue)))
    for target in FuzzTarget.allCases {
      let sizes = try Self.inputs(of: target).map { try Data(contentsOf: $0).count }
      #expect(sizes.reduce(0, +) <= 64 * 1024, "\(target.rawValue)")
    }
  }
}
