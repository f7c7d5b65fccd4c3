internal import CSodium

/// Bytes that are locked into memory, guarded on both sides, kept out of descriptions and zeroed when released.
///
/// The memory is filled before the value is shared and made read-only by the operating system after that, which is
/// why it may be shared between threads.
public final class SecretBytes: Sendable, CustomStringConvertible, CustomReflectable {
  public let count: Int
  private let address: UInt

  init(count: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) throws(CryptographyError) {
    guard sodium_init() >= 0, let memory = sodium_malloc(count) else { throw .unavailable }
    fill(memory.assumingMemoryBound(to: UInt8.self))
    sodium_mprotect_readonly(memory)
    self.count = count
    address = UInt(bitPattern: memory)
  }

  deinit { sodium_free(UnsafeMutableRawPointer(bitPattern: address)) }

  func withBytes<Result, Failure: Error>(
    _ body: (UnsafePointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let memory = UnsafePointer<UInt8>(bitPattern: address) else {
      preconditionFailure("secret memory was released while in use")
    }
    defer { withExtendedLifetime(self) {} }
    return try body(memory)
  }

  public var description: String { "\(count) secret bytes" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
