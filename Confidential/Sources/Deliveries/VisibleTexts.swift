import Model

/// The texts of one row as they are seen: those that were not written like that are kept here until the next row.
struct VisibleTexts: ~Copyable {
  private var copies: [UnsafeMutableBufferPointer<UInt8>] = []

  deinit {
    for copy in copies { copy.deallocate() }
  }

  mutating func forget() {
    guard !copies.isEmpty else { return }
    for copy in copies { copy.deallocate() }
    copies.removeAll(keepingCapacity: true)
  }

  /// - Returns: The text, which stays until `forget`, and whether signs that nobody sees were taken out of it.
  mutating func text(of field: UnsafeBufferPointer<UInt8>) -> (UnsafeBufferPointer<UInt8>, hadHiddenSigns: Bool) {
    if VisibleText.isPlain(field) { return (field, false) }
    let text = VisibleText(field)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.bytes.count)
    _ = copy.initialize(from: text.bytes)
    copies.append(copy)
    return (UnsafeBufferPointer(copy), text.hadHiddenSigns)
  }
}
