/// What parts the fields of a text file.
enum Delimiter {
  static let (comma, semicolon, tab, bar): (UInt8, UInt8, UInt8, UInt8) = (0x2C, 0x3B, 0x09, 0x7C)

  /// The one that most lines have, equally often; tabs and semicolons before commas, which also stand in numbers.
  static func sniffed(from text: String) -> UInt8 {
    var counts: [UInt8: [Int]] = [:]
    var lines = 0
    var (inLine, isQuoted): ([UInt8: Int], Bool) = ([:], false)
    for byte in text.utf8.prefix(1 << 16) {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A {
        for delimiter in [comma, semicolon, tab, bar] {
          if let count = inLine[delimiter], count > 0 { counts[delimiter, default: []].append(count) }
        }
        lines += 1
        inLine = [:]
        if lines >= 200 { break }
      } else if byte == comma || byte == semicolon || byte == tab || byte == bar {
        inLine[byte, default: 0] += 1
      }
    }
    for (delimiter, count) in inLine where count > 0 { counts[delimiter, default: []].append(count) }
    let order = [tab, semicolon, bar, comma]
    let scores = order.map { delimiter -> Int in
      let found = counts[delimiter] ?? []
      // How many lines have the number of delimiters that most lines have.
      return Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 0
    }
    let most = scores.max() ?? 0
    guard most > 0 else { return comma }
    let index = scores.firstIndex { 5 * $0 >= 4 * most } ?? 3
    return order[index]
  }
}
