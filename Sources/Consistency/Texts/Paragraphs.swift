/// Lines joined to paragraphs: words that a line break cut are made whole.
struct Paragraphs {
  private(set) var paragraphs: [Paragraph] = []

  struct Paragraph {
    /// The text, and where each of its lines begins: offset in characters, and number.
    var text = ""
    var starts: [(offset: Int, line: Int)] = []
    var isHeading = false
    var number = 0
  }

  private var current = Paragraph()
  /// Width of a full line of the text.
  private let width: Int

  /// - Parameter isWrapped: Whether lines end where the page does, so that an empty line may stand within a sentence.
  init(_ lines: [TextLine], isWrapped: Bool) {
    let lengths = lines.map(\.text.count).filter { $0 > 0 }.sorted()
    width = lengths.isEmpty ? 0 : lengths[(3 * (lengths.count - 1)) / 4]
    for (index, line) in lines.enumerated() {
      if line.text.isEmpty {
        guard isWrapped, let next = lines[index...].first(where: { !$0.text.isEmpty }), continues(next.text) else {
          end()
          continue
        }
      } else if line.isHeading {
        end()
        add(line)
        current.isHeading = true
        end()
      } else {
        if isWrapped, isShortAndDone(line.text) { end() }
        add(line)
      }
    }
    end()
  }

  /// Whether a sentence that an empty line cuts goes on behind it.
  private func continues(_ next: String) -> Bool {
    guard let last = current.text.last, let first = next.first else { return false }
    if last == "-" { return first.isLowercase }
    guard !".!?:;”\"".contains(last), 2 * lastLineLength > width else { return false }
    return first.isLowercase || first.isDigit || first == "("
  }

  private var lastLineLength: Int { current.text.count - (current.starts.last?.offset ?? 0) }

  /// A line that is far from full and is followed by one that begins anew ends its paragraph.
  private func isShortAndDone(_ next: String) -> Bool {
    guard !current.text.isEmpty, let first = next.first, let last = current.text.last else { return false }
    let isShort = 3 * lastLineLength < 2 * width
    if "•▪●◦".contains(first) { return true }
    return isShort && (first.isUppercase || first.isDigit) && (".!?:".contains(last) || 2 * lastLineLength < width)
  }

  private mutating func add(_ line: TextLine) {
    if current.text.last == "-", let first = line.text.first, first.isLetter || first.isDigit {
      let before = current.text.dropLast().last
      if first.isLowercase, before?.isLetter == true { current.text.removeLast() }
    } else if current.text.last == "\u{AD}" {
      current.text.removeLast()
    } else if !current.text.isEmpty {
      current.text += " "
    }
    current.starts.append((current.text.count, line.number))
    current.text += line.text
  }

  private mutating func end() {
    if !current.text.isEmpty {
      current.number = paragraphs.count
      paragraphs.append(current)
    }
    current = Paragraph()
  }
}

extension Paragraphs.Paragraph {
  /// Its sentences; a short paragraph without a full stop is a heading.
  func sentences() -> [TextSentence] {
    let characters = Array(text)
    var (result, start): ([TextSentence], Int) = ([], 0)
    var index = 0
    while index < characters.count {
      defer { index += 1 }
      guard ".!?".contains(characters[index]), let end = Self.end(after: index, in: characters) else { continue }
      append(characters, start, end, &result)
      start = end
      index = max(index, end - 1)
    }
    append(characters, start, characters.count, &result)
    if result.count == 1, result[0].text.split(separator: " ").count <= 12, !".!?;,".contains(text.last ?? ".") {
      result[0].isHeading = true
    }
    return result
  }

  private func append(_ characters: [Character], _ start: Int, _ end: Int, _ result: inout [TextSentence]) {
    let raw = characters[start..<end]
    let lead = raw.prefix { $0.isWhitespace }.count
    let words = String(raw).trimmed
    guard !words.isEmpty else { return }
    let line = starts.last { $0.offset <= start + lead }?.line ?? starts.first?.line ?? 1
    result.append(TextSentence(text: words, line: line, isHeading: isHeading, paragraph: number))
  }

  private static let abbreviations: Set<String> = [
    "d.d", "bijv", "nr", "nrs", "resp", "ca", "approx", "vs", "etc", "z.b", "mio", "mrd", "mln", "p", "dr", "st", "ex",
    "env", "aprox", "no", "art", "fig", "tab", "abb", "o.a", "e.g", "i.e", "d.h", "bzw", "m.a.w", "incl", "excl", "jr",
    "dhr", "mevr", "mw", "prof", "drs", "ir", "hr", "mme", "max", "min", "gem", "cf", "vgl", "tsd", "t.o.v", "u.s",
    "m.b.t", "d.w.z", "blz", "pag", "e.v", "m.n", "i.v.m", "t.a.v", "a.d.h.v", "o.g.v", "jl", "afb", "hfst",
    "u.a", "s.o", "evtl", "inkl", "zzgl", "ggf", "p.ex", "c.-à-d", "chap", "pp", "bv", "núm", "av", "sr", "sra", "mr",
    "mrs",
  ]

  /// Where the sentence ends that this mark closes; nil where it closes none.
  private static func end(after mark: Int, in text: [Character]) -> Int? {
    var next = mark + 1
    // A footnote stands against the mark: `gestegen.17`.
    let digits = text[next...].prefix { $0.isDigit }.count
    if digits > 0 {
      guard mark > 0, text[mark - 1].isLetter || text[mark - 1] == ")", digits <= 3 else { return nil }
      next += digits
    }
    while next < text.count, "”\"')»’".contains(text[next]) { next += 1 }
    guard next < text.count else { return next }
    guard text[next].isWhitespace else { return nil }
    let first = text[next...].first { !$0.isWhitespace }
    guard let first, first.isUppercase || first.isDigit || "“\"‘'«(•¿¡".contains(first) else { return nil }
    let word = String(text[..<mark].reversed().prefix { !$0.isWhitespace && $0 != "(" }.reversed()).lowercased()
    if text[mark] == "." {
      if abbreviations.contains(word) || word.count == 1 && word.first?.isLetter == true { return nil }
      // `3. Oktober`
      if word.count <= 2, word.allSatisfy(\.isDigit), isMonth(text[next...]) { return nil }
    }
    return next
  }

  private static func isMonth(_ text: ArraySlice<Character>) -> Bool {
    let word = String(text.drop { $0.isWhitespace }.prefix { $0.isLetter })
    return TextWords.months.contains(Label.folded(word))
  }
}
