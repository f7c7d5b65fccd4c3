/// Characters that remember where in their file they stand.
///
/// `characters` and `positions` have the same length; a part keeps the positions of the whole.
struct PlacedText: Equatable {
  private(set) var characters: [Character]
  /// Index into the file, one for each character.
  private(set) var positions: [Int]

  init() { (characters, positions) = ([], []) }

  /// The characters of a file from a place onwards.
  init(_ characters: some Sequence<Character>, from start: Int = 0) {
    self.characters = Array(characters)
    positions = Array(start..<start + self.characters.count)
  }

  private init(_ characters: ArraySlice<Character>, _ positions: ArraySlice<Int>) {
    self.characters = Array(characters)
    self.positions = Array(positions)
  }

  var count: Int { characters.count }
  var isEmpty: Bool { characters.isEmpty }
  var string: String { String(characters) }
  /// Where the text begins in its file.
  var start: Int { positions.first ?? 0 }

  subscript(index: Int) -> Character { characters[index] }
  subscript(range: Range<Int>) -> PlacedText { PlacedText(characters[range], positions[range]) }

  func from(_ index: Int) -> PlacedText { self[min(index, count)..<count] }
  func upTo(_ index: Int) -> PlacedText { self[0..<min(index, count)] }

  mutating func append(_ character: Character, at position: Int) {
    characters.append(character)
    positions.append(position)
  }

  mutating func append(_ other: PlacedText) {
    characters += other.characters
    positions += other.positions
  }

  /// Without white space at either end; keeps its place when nothing is left.
  var trimmed: PlacedText {
    guard let first = characters.firstIndex(where: { !$0.isWhitespace }),
      let last = characters.lastIndex(where: { !$0.isWhitespace })
    else { return self[0..<0] }
    return self[first..<last + 1]
  }

  func starts(with text: String, at index: Int = 0) -> Bool {
    var place = index
    for character in text {
      guard place < count, characters[place] == character else { return false }
      place += 1
    }
    return true
  }

  func firstIndex(of text: String, from index: Int = 0) -> Int? {
    guard index <= count else { return nil }
    return (index..<count).first { starts(with: text, at: $0) }
  }

  /// The end of a run between an opening and a closing mark, minding texts in quotation marks; nil when it never closes.
  func end(of closing: String, from index: Int) -> Int? {
    var inQuotes = false
    for place in index..<max(index, count) {
      if isQuoteMark(characters[place]) { inQuotes.toggle() }
      if !inQuotes, starts(with: closing, at: place) { return place }
    }
    return nil
  }

  /// The parts between top-level separators, minding parentheses and texts in quotation marks.
  func split(at separator: Character) -> [PlacedText] {
    var parts: [PlacedText] = []
    var (depth, start, inQuotes) = (0, 0, false)
    for (index, character) in characters.enumerated() {
      if isQuoteMark(character) { inQuotes.toggle() }
      guard !inQuotes else { continue }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == separator, depth == 0 {
        parts.append(self[start..<index])
        start = index + 1
      }
    }
    return parts + [self[start..<count]]
  }
}

func isQuoteMark(_ character: Character) -> Bool { character == "\"" || character == "“" || character == "”" }
