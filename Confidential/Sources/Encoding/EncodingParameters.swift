/// How records are encoded: the same for all who encode for one project and epoch, and written in every file.
public struct EncodingParameters: Equatable, Sendable, CustomStringConvertible {
  /// With what the encodings of a record are mixed, so that they can be compared only where it is equal.
  public enum Salt: String, CaseIterable, Sendable {
    /// Nothing: every name can be compared with every other, also by who has a list of names.
    case none
    /// The year of birth.
    case year
    /// The block in which two records are compared: nothing can be compared but what shares a blocking key.
    case block
  }

  /// Positions of a filter before hardening: 64 to 4,096, a power of two.
  public var bits: Int
  /// Positions that are drawn for a filter, whatever the length of the name, so that long and short names weigh alike.
  public var draws: Int
  public var salt: Salt
  /// In the order in which they are done.
  public var hardening: [Hardening]
  /// Records of one partner beyond which a block tells too little about two of them and too much about all of them: it is
  /// left out.
  public var largest: Int
  /// Entries of another record that are put into a block, for a hundred entries. They are in no ties and so in no result.
  public var fakes: Int

  public init(bits: Int, draws: Int, salt: Salt, hardening: [Hardening], largest: Int = 1000, fakes: Int = 0) {
    (self.bits, self.draws, self.salt, self.hardening) = (bits, draws, salt, hardening)
    (self.largest, self.fakes) = (largest, fakes)
  }

  /// 306 draws fill 45% of 512 positions; folded that is 49% of 256. Chosen by the attacks in `docs/without-names.md`.
  public static let standard = EncodingParameters(
    bits: 512, draws: 306, salt: .block, hardening: [.fold], largest: 10, fakes: 50)

  /// Without any hardening: for measuring what hardening buys.
  package static let unhardened = EncodingParameters(bits: 512, draws: 306, salt: .none, hardening: [])

  /// Records of one partner beyond which a block is left out: of a block that is made of names alone at most three, because
  /// its size is the frequency of a name.
  func largest(in pass: BlockPass) -> Int { pass == .names ? min(largest, 3) : largest }

  /// Positions of a filter as it goes out.
  public var outputBits: Int { hardening.reduce(bits) { $1.bits(after: $0) } }
  var words: Int { outputBits / 64 }

  /// `bits=512 draws=306 salt=block hardening=fold largest=10 fakes=50`
  public var description: String {
    let steps = hardening.isEmpty ? "none" : hardening.map(\.description).joined(separator: "+")
    return "bits=\(bits) draws=\(draws) salt=\(salt.rawValue) hardening=\(steps) largest=\(largest) fakes=\(fakes)"
  }

  /// Nil for anything but parameters as they are written, or such as no filter can have.
  public init?(_ text: String) {
    let pairs = text.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    guard pairs.map(\.first) == ["bits", "draws", "salt", "hardening", "largest", "fakes"],
      pairs.allSatisfy({ $0.count == 2 }),
      let bits = Int(pairs[0][1]), let draws = Int(pairs[1][1]), let salt = Salt(rawValue: pairs[2][1]),
      let largest = Int(pairs[4][1]), let fakes = Int(pairs[5][1])
    else { return nil }
    let names = pairs[3][1] == "none" ? [] : pairs[3][1].split(separator: "+").map(String.init)
    let steps = names.compactMap(Hardening.init)
    self.init(bits: bits, draws: draws, salt: salt, hardening: steps, largest: largest, fakes: fakes)
    guard steps.count == names.count, isPossible else { return nil }
  }

  private var isPossible: Bool {
    guard (64...4096).contains(bits), bits & (bits - 1) == 0, (1...bits).contains(draws),
      largest > 0, (0...1000).contains(fakes)
    else { return false }
    var length = bits
    for step in hardening {
      length = step.bits(after: length)
      guard (64...4096).contains(length) else { return false }
    }
    return true
  }
}
