@testable import Cryptography

extension DeliveryKeys {
  /// All that a sealed file holds, which the program itself hands to nobody but the reader of deliveries.
  func plainText(of path: String) throws -> [UInt8] {
    let file = try SealedFileReader(contentsOf: path, openedBy: self)
    var bytes = [UInt8](repeating: 0, count: file.count)
    let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
    precondition(count == bytes.count, "a sealed file says how long it is")
    return bytes
  }
}
