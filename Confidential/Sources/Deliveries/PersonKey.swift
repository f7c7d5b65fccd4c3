import Cryptography
import Model
import Sheets

/// Reads the key of a person as it stands in a cell: what it is, or why it is none.
///
/// Keys are compared byte for byte afterwards, so that here is decided what is one person and what is two. What is
/// damaged is never repaired by a guess: the row is kept aside.
struct PersonKeyReader: ~Copyable {
  private let patterns: [KeyPattern]
  /// Room for a key that is not written as it stands in the file. Holds until the next key is read.
  private let rewritten = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: longest)

  /// Bytes of a key; people write shorter ones.
  static let longest = 200

  init(_ patterns: [KeyPattern]) { self.patterns = patterns }

  deinit { rewritten.deallocate() }

  struct Reading {
    /// Empty when there is a problem.
    var key: UnsafeBufferPointer<UInt8>
    var problem: KeyProblem?
    var remark: KeyRemark?
    /// What can only be judged beside the other keys.
    var suspicion: KeyChances.Suspicion?
  }

  /// - Parameters:
  ///   - field: As it is seen, without blanks around it; of at most `longest` bytes.
  ///   - kind: What the workbook says of the cell.
  /// - Returns: A key that points into the field or into this reader.
  func read(_ field: UnsafeBufferPointer<UInt8>, _ kind: CellKind) -> Reading {
    if ErasedKey.matches(field) { return Reading(key: field) }
    if let problem = Self.problem(of: kind) { return Reading(key: Self.none, problem: problem) }
    if Self.isPlain(field), patterns.isEmpty { return judged(field, kind, remark: nil) }
    return readSlowly(field, kind)
  }

  private static var none: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }

  private static func problem(of kind: CellKind) -> KeyProblem? {
    switch kind {
    case .error: .errorValue
    case .date, .time: .date
    case .boolean: .answer
    case .empty, .text, .number, .percentage, .withheld: nil
    }
  }

  /// The usual keys, which can be none of the things that `KeyShape` knows: letters and digits, one of them above 0, with
  /// a hyphen (`P-12`, `2019-0012`) or, in long ones, several. An E may be that of an exponent and a hyphen that of a date
  /// or of a name; a key may begin with a word.
  private static func isPlain(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    var (hyphens, letters, longest, leading) = (0, 0, 0, 0)
    var (hasDigit, hasExponent) = (false, false)
    for (place, byte) in field.enumerated() {
      switch byte {
      case 0x30...0x39:
        if byte != 0x30 { hasDigit = true }
        letters = 0
      case 0x2D:
        if place == 0 { return false }
        hyphens += 1
        letters = 0
      case 0x41...0x5A, 0x61...0x7A:
        letters += 1
        longest = max(longest, letters)
        if letters == place + 1 { leading = letters }
        if byte | 0x20 == UInt8(ascii: "e") { hasExponent = true }
      default: return false
      }
    }
    guard hasDigit, leading <= 2 else { return false }
    if hyphens == 0 { return !hasExponent || field.count > 5 }
    if hyphens >= 2, field.count >= 20 { return true }
    return hyphens == 1 && !hasExponent && longest <= 2
  }

  /// A key in its last form: what is left to see of it are its digits.
  private func judged(_ key: UnsafeBufferPointer<UInt8>, _ kind: CellKind, remark: KeyRemark?) -> Reading {
    let suspicion = KeyChances.suspicion(of: key)
    if kind == .number, suspicion == .roundedDigits || suspicion == .manyDigits {
      return Reading(key: Self.none, problem: .rounded)
    }
    return Reading(key: key, problem: nil, remark: remark, suspicion: suspicion)
  }

  @inline(never)
  private func readSlowly(_ field: UnsafeBufferPointer<UInt8>, _ kind: CellKind) -> Reading {
    let text = KeyText(field)
    if text.problem == nil, text.bytes.isEmpty { return Reading(key: Self.none, problem: .missingWord) }
    let fits = patterns.contains { $0.matches(text.bytes) }
    let shape = KeyShape(text.bytes)
    if let problem = text.problem ?? shape.problem(fits: fits) {
      return Reading(key: Self.none, problem: problem)
    }
    if !patterns.isEmpty, !fits { return Reading(key: Self.none, problem: .misfit) }
    let remark = text.remark ?? (!fits && shape.hasThousands ? .thousands : nil)
    let end = rewritten.update(fromContentsOf: text.bytes)
    return judged(UnsafeBufferPointer(rebasing: rewritten[..<end]), kind, remark: remark)
  }
}
