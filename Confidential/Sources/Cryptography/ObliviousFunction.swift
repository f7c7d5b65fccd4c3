/// The oblivious function of RFC 9497 with the suite ristretto255-SHA512: who asks learns the value of a function of
/// their text under a key that they do not hold, and who holds the key learns neither text nor value.
///
///     asker:  B = r · H(text)          server:  E = k · B          asker:  value = SHA-512(text, r⁻¹ · E)
///
/// In the verifiable mode the server proves that k belongs to the public key k · G, for a whole batch with one proof.
public struct ObliviousFunction: Equatable, Sendable {
  /// The modes of the RFC that are used here, with its numbers.
  public enum Mode: UInt8, Sendable { case plain = 0, verifiable }

  public let mode: Mode
  /// Bytes of a blinded and of an evaluated element, of a proof and of a value.
  public static let (elementCount, proofCount, valueCount) = (32, 64, 64)

  public init(_ mode: Mode) { self.mode = mode }

  /// `contextString` of the RFC.
  private var context: [UInt8] { Array("OPRFV1-".utf8) + [mode.rawValue] + Array("-ristretto255-SHA512".utf8) }

  func element(of text: [UInt8]) throws(CryptographyError) -> RistrettoElement {
    try RistrettoElement(
      hash: ExpandedMessage.bytes(of: text, tag: Array("HashToGroup-".utf8) + context, count: 64))
  }

  func scalar(of text: [UInt8], tag: String = "HashToScalar-") -> RistrettoScalar {
    RistrettoScalar(reducing: ExpandedMessage.bytes(of: text, tag: Array(tag.utf8) + context, count: 64))
  }

  /// The number of bytes in two, the highest first, and the bytes.
  static func framed(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count <= 0xFFFF, "a text of the protocol has 65,535 bytes at most")
    return [UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
  }

  // MARK: Proofs

  /// M and the weights of a batch: M = Σ dᵢ · Cᵢ, with weights dᵢ that depend on the whole of it (2.2.1 of the RFC).
  private func weights(
    _ publicKey: RistrettoElement, _ blinded: [RistrettoElement], _ evaluated: [RistrettoElement]
  ) -> [RistrettoScalar] {
    let seed = sha512(Self.framed(publicKey.bytes) + Self.framed(Array("Seed-".utf8) + context))
    return zip(blinded, evaluated).enumerated().map { index, pair in
      let place = [UInt8(index >> 8), UInt8(index & 255)]
      return scalar(
        of: Self.framed(seed) + place + Self.framed(pair.0.bytes) + Self.framed(pair.1.bytes) + "Composite".utf8)
    }
  }

  private func sum(
    _ weights: [RistrettoScalar], _ elements: [RistrettoElement]
  ) throws(CryptographyError) -> RistrettoElement {
    var sum: RistrettoElement?
    for (weight, element) in zip(weights, elements) {
      let term = try weight * element
      if let before = sum { sum = try before + term } else { sum = term }
    }
    guard let sum else { throw .elementRefused }
    return sum
  }

  private func challenge(_ elements: [RistrettoElement]) -> RistrettoScalar {
    scalar(of: elements.flatMap { Self.framed($0.bytes) } + "Challenge".utf8)
  }

  /// That `evaluated` are `blinded` times the key of the public key: c and s, 64 bytes.
  func proof(
    key: RistrettoScalar, publicKey: RistrettoElement, blinded: [RistrettoElement], evaluated: [RistrettoElement],
    random: RistrettoScalar
  ) throws(CryptographyError) -> [UInt8] {
    let m = try sum(weights(publicKey, blinded, evaluated), blinded)
    let c = challenge([
      publicKey, m, try key * m, try RistrettoElement.generator(times: random), try random * m,
    ])
    return c.bytes + (random - c * key).bytes
  }

  /// - Throws: `proofRefused` when the proof does not hold.
  func verify(
    _ proof: [UInt8], publicKey: RistrettoElement, blinded: [RistrettoElement], evaluated: [RistrettoElement]
  ) throws(CryptographyError) {
    guard proof.count == Self.proofCount, let c = RistrettoScalar(canonical: Array(proof[..<32])),
      let s = RistrettoScalar(canonical: Array(proof[32...])), !c.isZero, !s.isZero
    else { throw .proofRefused }
    let weights = weights(publicKey, blinded, evaluated)
    let (m, z) = (try sum(weights, blinded), try sum(weights, evaluated))
    let expected = challenge([
      publicKey, m, z, try RistrettoElement.generator(times: s) + c * publicKey, try s * m + c * z,
    ])
    guard constantTimeEqual(expected.bytes, c.bytes) else { throw .proofRefused }
  }
}
