internal import Model

/// One text file with its lines, for turning places into rows and columns.
///
/// Line ends of any kind count as one character, a tab as a space, and a byte order mark as nothing, so that columns are
/// those an editor shows.
struct TextFile {
  let name: String
  let characters: [Character]
  /// Where each line begins.
  let lineStarts: [Int]

  init(name: String, text: String) {
    self.name = name
    var characters: [Character] = []
    characters.reserveCapacity(text.utf8.count)
    // A carriage return with a line feed is one character in Swift.
    for character in text {
      characters.append(character == "\r\n" || character == "\r" ? "\n" : character == "\t" ? " " : character)
    }
    if characters.first == "\u{FEFF}" { characters.removeFirst() }
    self.characters = characters
    lineStarts = [0] + characters.indices.filter { characters[$0] == "\n" }.map { $0 + 1 }
  }

  /// The lines without their ends.
  var lines: [PlacedText] {
    lineStarts.indices.map { index in
      let start = lineStarts[index]
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : characters.count
      return PlacedText(characters[start..<max(start, end)], from: start)
    }
  }

  /// Row and column as a person counts them, from 1.
  func place(of position: Int) -> (row: Int, column: Int) {
    var (low, high) = (0, lineStarts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= position { low = middle } else { high = middle - 1 }
    }
    return (low + 1, position - lineStarts[low] + 1)
  }

  func finding(_ problem: TextProblem) -> Finding {
    let (row, column) = place(of: problem.at)
    return Finding(
      problem.rule, at: Finding.Place(file: name, row: row, column: String(column)), problem.message,
      remedy: problem.remedy)
  }
}
