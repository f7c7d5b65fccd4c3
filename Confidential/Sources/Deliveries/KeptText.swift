public import Cryptography

/// A text that is kept sealed beside the deliveries, such as the pairs of a linkage unit.
public enum KeptText {
  /// - Parameter path: Of a file that is not there yet.
  /// - Returns: The digest of the sealed file, which is on the disk; its name need not be.
  /// - Throws: `KeepingFailed`.
  public static func write(
    _ text: [UInt8], to path: String, sealedWith keys: DeliveryKeys
  ) throws(KeepingFailed) -> SHA256Digest {
    do throws(SealedFileError) {
      let writer = try SealedFileWriter(to: path, sealedWith: keys)
      try writer.write(text)
      return try writer.finish()
    } catch {
      throw KeepingFailed()
    }
  }

  /// Nil when it cannot be read, was changed, or is sealed with other keys.
  public static func read(_ path: String, openedBy keys: DeliveryKeys) -> [UInt8]? {
    guard let file = try? SealedFileReader(contentsOf: path, openedBy: keys) else { return nil }
    var text = [UInt8](repeating: 0, count: file.count)
    let read = text.withUnsafeMutableBytes { try? file.read(into: $0, at: 0) }
    return read == file.count ? text : nil
  }
}
