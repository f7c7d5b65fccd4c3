import Foundation

/// What libFuzzer calls; `ZICHT_FUZZ_TARGET` says which target it feeds.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["ZICHT_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else { preconditionFailure("ZICHT_FUZZ_TARGET names a target") }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func feed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.feed(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
