/// The key of a key server: it evaluates what others blinded, and learns nothing of what they asked.
public struct ObliviousKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let function: ObliviousFunction
  private let key: RistrettoScalar
  private let element: RistrettoElement

  /// By which those who ask know the key: 32 bytes.
  public var publicKey: [UInt8] { element.bytes }

  /// `DeriveKeyPair` of RFC 9497.
  ///
  /// - Parameter seed: 32 bytes.
  init(seed: [UInt8], info: [UInt8], function: ObliviousFunction) throws(CryptographyError) {
    let input = seed + ObliviousFunction.framed(info)
    for counter in UInt8.min...UInt8.max {
      let key = function.scalar(of: input + [counter], tag: "DeriveKeyPair")
      guard !key.isZero else { continue }
      (self.function, self.key) = (function, key)
      element = try RistrettoElement.generator(times: key)
      return
    }
    throw .unavailable
  }

  /// `BlindEvaluate` of a batch, with one proof for all in the verifiable mode and an empty one in the plain mode.
  ///
  /// - Parameter blinded: 32 bytes each; at most 65,535.
  /// - Throws: `elementRefused` when one of them is no element of the group.
  public func evaluate(
    _ blinded: [[UInt8]]
  ) throws(CryptographyError) -> (evaluated: [[UInt8]], proof: [UInt8]) {
    try evaluate(blinded, random: .random())
  }

  func evaluate(
    _ blinded: [[UInt8]], random: RistrettoScalar
  ) throws(CryptographyError) -> (evaluated: [[UInt8]], proof: [UInt8]) {
    guard !blinded.isEmpty, blinded.count <= 0xFFFF else { throw .elementRefused }
    var (asked, answers): ([RistrettoElement], [RistrettoElement]) = ([], [])
    for bytes in blinded {
      let element = try RistrettoElement(bytes)
      asked.append(element)
      answers.append(try key * element)
    }
    let proof =
      function.mode == .plain
      ? []
      : try function.proof(key: key, publicKey: element, blinded: asked, evaluated: answers, random: random)
    return (answers.map(\.bytes), proof)
  }

  public var description: String { "the key of a key server" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension LinkageKey {
  /// The key with which a key server answers, derived from a secret that nobody else holds.
  public func obliviousKey(_ mode: ObliviousFunction.Mode) throws(CryptographyError) -> ObliviousKey {
    try ObliviousKey(
      seed: key(for: "oblivious"), info: Array("\(project) \(epoch)".utf8), function: ObliviousFunction(mode))
  }
}

/// A question to a key server that is under way: what was blinded, and how.
public struct ObliviousQuestion: Sendable, CustomStringConvertible, CustomReflectable {
  private let function: ObliviousFunction
  private let texts: [[UInt8]]
  private let blinds: [RistrettoScalar]
  private let elements: [RistrettoElement]

  /// What goes to the server: for each text 32 bytes that say nothing about it.
  public var blinded: [[UInt8]] { elements.map(\.bytes) }

  /// - Parameter texts: At most 65,535 bytes each.
  public init(_ texts: [[UInt8]], to function: ObliviousFunction) throws(CryptographyError) {
    try self.init(texts, to: function, blinds: texts.map { _ in RistrettoScalar.random() })
  }

  init(_ texts: [[UInt8]], to function: ObliviousFunction, blinds: [RistrettoScalar]) throws(CryptographyError) {
    var elements: [RistrettoElement] = []
    for (text, blind) in zip(texts, blinds) { elements.append(try blind * function.element(of: text)) }
    (self.function, self.texts, self.blinds, self.elements) = (function, texts, blinds, elements)
  }

  /// The values of the texts, 64 bytes each.
  ///
  /// - Parameters:
  ///   - proof: Empty in the plain mode.
  ///   - publicKey: Of the key that was agreed; not used in the plain mode.
  /// - Throws: `elementRefused` for an answer of another form, `proofRefused` for one with another key.
  public func values(
    of evaluated: [[UInt8]], proof: [UInt8], publicKey: [UInt8]
  ) throws(CryptographyError) -> [[UInt8]] {
    guard evaluated.count == texts.count else { throw .elementRefused }
    var answers: [RistrettoElement] = []
    for bytes in evaluated { answers.append(try RistrettoElement(bytes)) }
    if function.mode == .verifiable {
      try function.verify(
        proof, publicKey: RistrettoElement(publicKey), blinded: elements, evaluated: answers)
    }
    var values: [[UInt8]] = []
    for (index, answer) in answers.enumerated() {
      let unblinded = try blinds[index].inverse * answer
      values.append(
        sha512(ObliviousFunction.framed(texts[index]) + ObliviousFunction.framed(unblinded.bytes) + "Finalize".utf8))
    }
    return values
  }

  public var description: String { "a question of \(texts.count) texts to a key server" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
