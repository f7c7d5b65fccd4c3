/// How likely one number was printed for another, by their digits.
enum Misprint {
  /// Digits to change, two of them swapped counting as one; for numbers of different lengths the longer one's digits
  /// and the difference, which is more than any change of digits.
  static func distance(from old: Double, to new: Double) -> Int {
    let (left, right) = (Array(NumberText.plain(old)), Array(NumberText.plain(new)))
    guard left.count == right.count else { return abs(left.count - right.count) + max(left.count, right.count) }
    let differing = left.indices.filter { left[$0] != right[$0] }
    if isTransposition(old, new) { return 1 }
    return differing.count
  }

  /// Whether two digits have changed places, and all others are the same.
  static func isTransposition(_ old: Double, _ new: Double) -> Bool {
    let (left, right) = (Array(NumberText.plain(old)), Array(NumberText.plain(new)))
    let differing = left.count == right.count ? left.indices.filter { left[$0] != right[$0] } : []
    return differing.count == 2 && left[differing[0]] == right[differing[1]]
      && left[differing[1]] == right[differing[0]]
  }

  /// Every number that is one slip of the hand away, as `slips` counts them, each once, in order.
  static func variants(of value: Double, decimals: Int) -> [Double] {
    var unit = 1.0
    for _ in 0..<decimals { unit *= 10 }
    let digits = Array(String(Int((abs(value) * unit).rounded())))
    guard abs(value) * unit < 1e15 else { return [] }
    var texts: Set<String> = []
    for place in digits.indices {
      for digit in "0123456789" {
        var changed = digits
        changed[place] = digit
        texts.insert(String(changed))
        texts.insert(String(digits[..<place] + [digit] + digits[place...]))
      }
      texts.insert(String(digits[..<place] + digits[(place + 1)...]))
      if place + 1 < digits.count {
        var swapped = digits
        swapped.swapAt(place, place + 1)
        texts.insert(String(swapped))
      }
    }
    for digit in "0123456789" { texts.insert(String(digits) + String(digit)) }
    let sign = value < 0 ? -1.0 : 1
    let numbers = Set(texts.compactMap(Double.init)).map { sign * $0 / unit }
    return numbers.filter { $0 != value && slips(from: value, to: $0, decimals: decimals) == 1 }.sorted()
  }

  /// How many digits were changed, left out, doubled or put in, two neighbours swapped counting as one; the sign too.
  static func slips(from old: Double, to new: Double, decimals: Int) -> Int {
    let (left, right) = (
      Array(NumberText.plain(old, decimals: decimals)), Array(NumberText.plain(new, decimals: decimals))
    )
    var rows = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count { rows[i][0] = i }
    for j in 0...right.count { rows[0][j] = j }
    for i in left.indices {
      for j in right.indices {
        var least = min(rows[i][j + 1] + 1, rows[i + 1][j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { least = min(least, rows[i - 1][j - 1] + 1) }
        rows[i + 1][j + 1] = least
      }
    }
    return rows[left.count][right.count]
  }
}

extension Misprint {
  /// By how much a number was printed too large or too small, where it is ten, a hundred, a thousand or a million times what it
  /// should be or that part of it; nil for anything else, and where so much room is left that any number would do.
  static func scale(from old: Double, to new: Double, room: Double) -> Double? {
    let (small, large) = (min(abs(old), abs(new)), max(abs(old), abs(new)))
    guard old * new > 0, small > 0, room * 50 <= abs(new) else { return nil }
    // The new number is known as far as its room, the old one to its last digit.
    return [10.0, 100, 1000, 1_000_000].first { factor in
      abs(large - factor * small) <= (abs(new) > abs(old) ? room : factor * room) + Printed.slack * large
    }
  }

  /// Whether a total and one of its parts in each other's place would close a line, and not because they are nearly alike.
  static func isReversal(_ whole: Double, _ part: Double, excess: Double, room: Double) -> Bool {
    let step = part - whole
    return abs(step) >= 50 * max(room, 1) && abs(excess + 2 * step) <= room
  }

  /// Whether a difference is that of one digit printed for another, or of two neighbours swapped: d · 10^k or
  /// 9 d · 10^k for d from 1 to 9.
  static func isOfOneDigit(_ difference: Double) -> Bool {
    var size = abs(difference).rounded()
    guard size > 0 else { return false }
    while size.remainder(dividingBy: 10) == 0 { size /= 10 }
    return size < 10 || (size <= 81 && size.remainder(dividingBy: 9) == 0)
  }
}
