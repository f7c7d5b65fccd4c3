import Foundation
import Testing

@testable import Cryptography

@Suite struct `A sealed file` {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private let opener: DeliveryOpener
  private let ring: DeliveryKeyRing
  private let keys: DeliveryKeys

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    opener = try WorkspaceKey.random().deliveryOpener()
    ring = try DeliveryKeyRing(for: opener)
    keys = try ring.keys(openedBy: opener)
  }

  private func sealed(_ plain: [UInt8], in pieces: Int = 1) throws -> String {
    let path = folder.appending(path: UUID().uuidString).path
    let writer = try SealedFileWriter(to: path, sealedWith: keys)
    for piece in 0..<pieces {
      try writer.write(Array(plain[piece * plain.count / pieces..<(piece + 1) * plain.count / pieces]))
    }
    let digest = try writer.finish()
    #expect(digest == SHA256.digest(of: try bytes(of: path)))
    return path
  }

  private func bytes(of path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  private func opened(_ path: String, by keys: DeliveryKeys? = nil) throws -> [UInt8] {
    let reader = try SealedFileReader(contentsOf: path, openedBy: keys ?? self.keys)
    var plain = [UInt8](repeating: 0, count: reader.count + 10)
    let count = try plain.withUnsafeMutableBytes { try reader.read(into: $0, at: 0) }
    return Array(plain[..<count])
  }

  private static let edge = SealedFile.pieceLength

  @Test(arguments: [0, 1, edge - 1, edge, edge + 1, 3 * edge, 3 * edge + 7], [1, 3])
  func `opens as it was, whatever its length and in whatever pieces it came`(_ length: Int, _ pieces: Int) throws {
    let plain = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let path = try sealed(plain, in: pieces)
    #expect(try opened(path) == plain)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func `can be read at any place`() throws {
    let plain = (0..<3 * Self.edge).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let reader = try SealedFileReader(contentsOf: try sealed(plain), openedBy: keys)
    for (offset, length) in [(5, 10), (Self.edge - 3, 6), (Self.edge, Self.edge + 1), (3 * Self.edge - 2, 50)] {
      var part = [UInt8](repeating: 0, count: length)
      let count = try part.withUnsafeMutableBytes { try reader.read(into: $0, at: offset) }
      #expect(Array(part[..<count]) == Array(plain[offset..<min(plain.count, offset + length)]))
    }
  }

  @Test func `holds nothing that can be read, and a name twice is not the same twice`() throws {
    let plain = Array(String(repeating: "Jansen;", count: 3000).utf8)
    let (one, other) = (try bytes(of: sealed(plain)), try bytes(of: sealed(plain)))
    #expect(Data(one).range(of: Data("Jansen".utf8)) == nil)
    #expect(one.count == other.count && one != other)
  }

  @Test func `does not open when a piece was changed, moved, left out or taken from another file`() throws {
    let plain = [UInt8](repeating: 7, count: 3 * Self.edge)
    let path = try sealed(plain)
    let good = try bytes(of: path)
    let piece = Self.edge + SealingKey.overhead
    let head = Array(good[..<SealedFile.headCount])
    let pieces = (0..<3).map {
      Array(good[SealedFile.headCount + $0 * piece..<SealedFile.headCount + ($0 + 1) * piece])
    }
    let other = try bytes(of: sealed(plain))
    var others: [[UInt8]] = [
      head + pieces[1] + pieces[0] + pieces[2], head + pieces[0] + pieces[1], head + pieces[0] + pieces[2], head,
      good + [0], Array(good.dropLast()), Array(other[..<SealedFile.headCount]) + pieces[0] + pieces[1] + pieces[2],
    ]
    for place in stride(from: 0, to: good.count, by: 997) + [good.count - 1] {
      var flipped = good
      flipped[place] ^= 0x10
      others.append(flipped)
    }
    for bytes in others {
      try Data(bytes).write(to: URL(filePath: path))
      #expect(throws: SealedFileError.self) { try opened(path) }
    }
  }

  @Test func `opens with the keys of its folder and no others`() throws {
    let path = try sealed(Array("Jansen".utf8))
    let stranger = try WorkspaceKey.random().deliveryOpener()
    #expect(throws: CryptographyError.cannotOpen) { try ring.keys(openedBy: stranger) }
    let strange = try DeliveryKeyRing(for: stranger).keys(openedBy: stranger)
    #expect(throws: SealedFileError.unknownKey) { try opened(path, by: strange) }
  }

  @Test func `opens after a change of key, and what comes later does not open with the old one`() throws {
    let before = try sealed(Array("Jansen".utf8))
    let new = try WorkspaceKey.random().deliveryOpener()
    let shared = try ring.shared(by: opener, with: new)
    #expect(try shared.shared(by: opener, with: new) == shared)
    #expect(shared.opens(with: opener) && shared.opens(with: new))
    let changed = shared.only(for: new)
    let read = try #require(DeliveryKeyRing(text: changed.text))
    #expect(read == changed && read.fingerprints == [new.fingerprint])
    let after = try changed.keys(openedBy: new)
    #expect(try opened(before, by: after) == Array("Jansen".utf8))
    let path = folder.appending(path: "later").path
    let writer = try SealedFileWriter(to: path, sealedWith: after)
    try writer.write(Array("Visser".utf8))
    _ = try writer.finish()
    #expect(throws: SealedFileError.unknownKey) { try opened(path) }
    #expect(throws: CryptographyError.cannotOpen) { try changed.keys(openedBy: opener) }
    // A file that was received before is still known.
    #expect(after.marks(of: "ab").contains(keys.marks(of: "ab")[0]) && after.marks(of: "ab").count == 2)
  }

  @Test(arguments: ["", "zicht delivery keys 1\n", "iets\nanders\n", "zicht delivery keys 1\nzz ab cd\n"])
  func `no other text is taken for the keys of a folder`(_ text: String) {
    #expect(DeliveryKeyRing(text: text.utf8) == nil)
  }

  @Test func `gives nothing of its keys away`() {
    #expect("\(keys)" == "1 delivery keys")
    #expect(Mirror(reflecting: keys).children.isEmpty)
  }
}
