/// Names as they are compared: small Latin letters without marks, in words.
package enum NameFolding {
  /// Folds text to words of a-z and 0-9, separated by single blanks.
  ///
  /// Marks are dropped, letters such as ł, đ, ø and ı become plain, Cyrillic, Greek and Arabic are romanised. Apostrophes
  /// join, everything else separates.
  package static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func separate() { if let last = result.last, last != 0x20 { result.append(0x20) } }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: result.append(byte)
        case 0x41...0x5A: result.append(byte | 0x20)
        case 0x27: continue
        default: separate()
        }
      }
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        guard let letters = Romanisation.letters(of: scalar) else {
          separate()
          continue
        }
        result.append(contentsOf: letters)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  package static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { folded($0) }
  }

  /// Words that say that a name is not known, in the languages of those who report.
  private static let unknownWords: Set<[UInt8]> = Set(
    [
      "onbekend", "unknown", "nn", "nvt", "na", "geen", "none", "null", "x", "xx", "xxx", "niet bekend", "not known",
      "anoniem", "anonymous", "onb", "nb", "unbekannt", "inconnu", "unk", "missing",
    ].map { Array($0.utf8) })

  /// Whether folded text says that there is no name.
  package static func isUnknown(_ folded: [UInt8]) -> Bool { folded.isEmpty || unknownWords.contains(folded) }

  /// The skeleton of a word: what is left when ways of romanising it are made alike, doubles joined and the vowels after
  /// the first letter dropped. `mohammed` and `mouhamad` have one skeleton.
  package static func skeleton(_ word: [UInt8]) -> [UInt8] {
    var letters = replaced(word)
    var result: [UInt8] = []
    letters.removeAll { $0 < 0x61 }
    for (place, letter) in letters.enumerated() {
      if place > 0, letters[place - 1] == letter { continue }
      let isVowel = letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
      if isVowel && place > 0 { continue }
      if result.last != letter { result.append(letter) }
    }
    return result
  }

  /// Spellings of one sound made alike, the longest first.
  private static func replaced(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < word.count {
      let letter = word[place]
      let next = place + 1 < word.count ? word[place + 1] : 0
      if let pair = pairs[UInt16(letter) << 8 | UInt16(next)] {
        result.append(pair)
        place += 2
      } else {
        result.append(singles[Int(letter)])
        place += 1
      }
    }
    return result
  }

  private static let pairs: [UInt16: UInt8] = {
    let spellings: [(String, Character)] = [
      ("ph", "f"), ("kh", "h"), ("ch", "h"), ("sh", "s"), ("sj", "s"), ("sz", "s"), ("cz", "c"), ("zh", "j"),
      ("dj", "j"), ("ts", "c"), ("th", "t"), ("ck", "k"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("gh", "g"),
    ]
    var result: [UInt16: UInt8] = [:]
    for (pair, letter) in spellings {
      let bytes = Array(pair.utf8)
      result[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = letter.asciiValue
    }
    return result
  }()

  private static let singles: [UInt8] = {
    var result = (0...255).map { UInt8($0) }
    for (from, to) in [("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("x", "h")]
      as [(Character, Character)]
    {
      if let from = from.asciiValue, let to = to.asciiValue { result[Int(from)] = to }
    }
    return result
  }()
}
