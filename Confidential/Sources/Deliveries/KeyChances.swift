import Model

/// What can only be judged when the keys of a batch are seen together: whether what looks like an identity number or like
/// rounding is more than chance.
///
/// Of arbitrary numbers of nine digits one in eleven passes the eleven test of the citizen service number, and of
/// arbitrary long numbers one in ten ends in a zero. Up to one in three is taken for chance: of twenty-five arbitrary
/// numbers more than eight pass once in a thousand deliveries. A batch is a whole delivery but for the very largest.
struct KeyChances {
  enum Suspicion: Equatable {
    /// Nine digits; whether they pass the eleven test, or eight that pass it behind a zero.
    case nineDigits
    case passingNine
    case passingEight
    /// More than fifteen digits, which is what a spreadsheet keeps; whether all beyond it are zero.
    case manyDigits
    case roundedDigits
  }

  private var nines = 0
  private var passing: [Int] = []
  private var passingEights: [Int] = []
  private var long = 0
  private var rounded: [Int] = []

  mutating func note(_ suspicion: Suspicion, row: Int) {
    switch suspicion {
    case .nineDigits: nines += 1
    case .passingNine:
      nines += 1
      passing.append(row)
    case .passingEight: passingEights.append(row)
    case .manyDigits: long += 1
    case .roundedDigits:
      long += 1
      rounded.append(row)
    }
  }

  /// The rows of the batch whose key is no key after all.
  var problems: [(row: Int, problem: KeyProblem)] {
    var problems: [(row: Int, problem: KeyProblem)] = []
    // A leading zero is lost only where numbers with nine digits lost theirs.
    if 3 * passing.count > nines { problems += (passing + passingEights).map { ($0, .identityNumber) } }
    if 3 * rounded.count > long { problems += rounded.map { ($0, .rounded) } }
    return problems
  }

  func remark(in findings: DeliveryFindings) {
    if !passing.isEmpty, 3 * passing.count <= nines {
      findings.add(.chanceOfIdentityNumbers, Self.identityNumbers(passing.count, of: nines))
    }
    if !rounded.isEmpty, 3 * rounded.count <= long {
      findings.add(.chanceOfRounding, Self.rounded(rounded.count, of: long))
    }
  }

  static func identityNumbers(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      nl: "\(count) van de \(total) nummers van negen cijfers voldoen aan de elfproef, zoals bij toeval.",
      en: "\(count) of the \(total) numbers of nine digits pass the eleven test, as chance would have it.")
  }

  static func rounded(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      nl: "\(count) van de \(total) nummers van meer dan vijftien cijfers eindigen op nullen, zoals bij toeval.",
      en: "\(count) of the \(total) numbers of more than fifteen digits end in zeros, as chance would have it.")
  }

  // MARK: One key

  private static let kept = 15

  /// Digits, with blanks, points or hyphens between them.
  static func suspicion(of key: UnsafeBufferPointer<UInt8>) -> Suspicion? {
    var digits = 0
    var sum = 0
    var last = 0
    var isZeroBeyond = true
    for byte in key {
      guard byte >= 0x30, byte <= 0x39 else {
        if byte == 0x20 || byte == 0x2D || byte == 0x2E { continue }
        return nil
      }
      digits += 1
      last = Int(byte - 0x30)
      if digits > kept, last != 0 { isZeroBeyond = false }
      // The weights of the eleven test: 9 for the first of nine digits down to 2, and -1 for the last.
      if digits < 9 { sum += (10 - digits) * last }
    }
    switch digits {
    case 9: return (sum - last) % 11 == 0 ? .passingNine : .nineDigits
    case 8:
      // Behind a zero each digit stands one place further.
      return passesBehindZero(key) ? .passingEight : nil
    case (kept + 1)...: return isZeroBeyond ? .roundedDigits : .manyDigits
    default: return nil
    }
  }

  private static func passesBehindZero(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    var sum = 0
    var place = 0
    for byte in key where byte >= 0x30 && byte <= 0x39 {
      place += 1
      sum += Int(byte - 0x30) * (place == 8 ? -1 : 9 - place)
    }
    return sum % 11 == 0
  }
}
