/// Distinct names and parts of names, folded, with what comparing them asks for.
package struct NameValues: Sendable {
  /// The folded names; words in the order of writing.
  private var values = ValueDictionary()
  /// The letters of all words together, the words sorted: `jani mari` and `marijani` differ, `mari jani` does not.
  package private(set) var sortedHash: [UInt64] = []
  package private(set) var joinedHash: [UInt64] = []
  /// Of the skeletons of the words, sorted; 0 where nothing is left.
  package private(set) var skeletonHash: [UInt64] = []
  /// The first letter of the name, 0 to 25; 31 for other signs.
  package private(set) var initial: [UInt8] = []
  /// The first two letters of the skeleton.
  package private(set) var start: [UInt16] = []
  package private(set) var isInitial: [Bool] = []
  /// The letters without blanks: those of value `v` are `letters[letterEnds[v - 1]..<letterEnds[v]]`.
  package private(set) var letters: [UInt8] = []
  package private(set) var letterEnds: [UInt32] = []
  private var signs: [UInt64] = []
  /// The words, as numbers of words; those of value `v` are `words[wordEnds[v - 1]..<wordEnds[v]]`, rising by hash.
  package private(set) var words: [Int32] = []
  package private(set) var wordEnds: [UInt32] = []
  package private(set) var wordValues = ValueDictionary()
  package private(set) var wordSkeleton: [UInt64] = []
  package private(set) var wordLength: [UInt8] = []

  package init() {}

  package var count: Int { sortedHash.count }

  package func hash(_ code: Int32) -> UInt64 { values.hashes[Int(code)] }

  /// The number of a folded name, which is taken in when it is new.
  package mutating func code(ofFolded folded: [UInt8]) -> Int32 {
    let code = values.code(of: folded)
    if Int(code) == count { add(folded) }
    return code
  }

  package func range(ofWords code: Int32) -> Range<Int> {
    (code == 0 ? 0 : Int(wordEnds[Int(code) - 1]))..<Int(wordEnds[Int(code)])
  }

  @inline(__always)
  package func withLetters<Result>(_ code: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    letters.withUnsafeBufferPointer { letters in
      let start = code == 0 ? 0 : Int(letterEnds[Int(code) - 1])
      return body(UnsafeBufferPointer(rebasing: letters[start..<Int(letterEnds[Int(code)])]))
    }
  }

  private mutating func add(_ folded: [UInt8]) {
    let parts = folded.split(separator: 0x20).map(Array.init)
    let sorted = parts.sorted { $0.lexicographicallyPrecedes($1) }
    sortedHash.append(Hash.of(sorted.flatMap { $0 }))
    joinedHash.append(Hash.of(parts.flatMap { $0 }))
    let skeletons = parts.map(NameFolding.skeleton).sorted { $0.lexicographicallyPrecedes($1) }
    let skeleton = skeletons.flatMap { $0 }
    skeletonHash.append(skeleton.isEmpty ? 0 : Hash.of(skeleton))
    let first = folded.first ?? 0
    initial.append(first >= 0x61 && first <= 0x7A ? first - 0x61 : 31)
    let whole = NameFolding.skeleton(parts.first ?? [])
    start.append(UInt16(whole.first ?? 0) << 8 | UInt16(whole.dropFirst().first ?? 0))
    isInitial.append(parts.allSatisfy { $0.count == 1 })
    signs.append(parts.flatMap { $0 }.withUnsafeBufferPointer { TextSimilarity.signs($0) })
    letters.append(contentsOf: parts.joined())
    letterEnds.append(UInt32(letters.count))
    var codes: [Int32] = []
    for part in parts {
      let code = wordValues.code(of: part)
      if Int(code) == wordSkeleton.count {
        let skeleton = NameFolding.skeleton(part)
        wordSkeleton.append(skeleton.isEmpty ? 0 : Hash.of(skeleton))
        wordLength.append(UInt8(min(255, part.count)))
      }
      codes.append(code)
    }
    words.append(contentsOf: codes)
    wordEnds.append(UInt32(words.count))
  }
}

/// How far two names, or parts of names, agree; the best first.
package enum NameLevel {
  package static let exact: UInt8 = 0
  /// One way of writing the other, or one letter apart.
  package static let close: UInt8 = 1
  /// One has a word of the other: a double surname cut, one of two forenames.
  package static let part: UInt8 = 2
  package static let similar: UInt8 = 3
  /// One is an initial, and it fits.
  package static let initial: UInt8 = 4
  package static let different: UInt8 = 5
  package static let count = 6
}

extension NameValues {
  /// The level of two names; a decision: Jaro-Winkler of .94 is close, of .86 similar.
  package func level(_ a: Int32, _ b: Int32) -> UInt8 {
    let (i, j) = (Int(a), Int(b))
    if isInitial[i] || isInitial[j] { return initial[i] == initial[j] ? NameLevel.initial : NameLevel.different }
    if a == b || sortedHash[i] == sortedHash[j] || joinedHash[i] == joinedHash[j] { return NameLevel.exact }
    if skeletonHash[i] == skeletonHash[j], skeletonHash[i] != 0 { return NameLevel.close }
    let likeness = withLetters(a) { a in
      withLetters(b) { b -> Double in
        guard TextSimilarity.mostJaroWinkler(a, b, signs[i], signs[j]) >= 0.7 else { return 0 }
        if min(a.count, b.count) >= 4, TextSimilarity.isOneEditApart(a, b) { return 1 }
        return TextSimilarity.jaroWinkler(a, b)
      }
    }
    if likeness >= 0.94 { return NameLevel.close }
    if sharesWord(a, b) { return NameLevel.part }
    if likeness >= 0.86 { return NameLevel.similar }
    return NameLevel.different
  }

  /// Whether a word of three letters or more, or its skeleton, stands in both.
  private func sharesWord(_ a: Int32, _ b: Int32) -> Bool {
    let (first, second) = (range(ofWords: a), range(ofWords: b))
    guard first.count > 1 || second.count > 1 else { return false }
    for i in first where wordLength[Int(words[i])] >= 3 {
      for j in second where wordLength[Int(words[j])] >= 3 {
        if words[i] == words[j] || wordSkeleton[Int(words[i])] == wordSkeleton[Int(words[j])] { return true }
      }
    }
    return false
  }
}
