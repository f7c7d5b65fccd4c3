import Testing

@testable import Cryptography

/// Appendix A.1 of RFC 9497: ristretto255-SHA512, the modes OPRF and VOPRF, with every value of every vector.
@Suite struct ObliviousFunctionTests {
  struct Vector: Sendable {
    var mode: ObliviousFunction.Mode
    var inputs: [String]
    var blinds: [String]
    var blinded: [String]
    var evaluated: [String]
    var proof = ""
    var random = ""
    var outputs: [String]
  }

  static let keys: [ObliviousFunction.Mode: (secret: String, open: String?)] = [
    .plain: ("5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e", nil),
    .verifiable: (
      "e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909",
      "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e"
    ),
  ]

  private static let (short, long) = ("00", "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a")
  private static let blind = "64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706"
  private static let secondBlind = "222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e"
  private static let firstValue =
    "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7d"
    + "a4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c"
  private static let secondValue =
    "8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60"
    + "356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6"

  static let vectors = [
    Vector(
      mode: .plain, inputs: [short], blinds: [blind],
      blinded: ["609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c"],
      evaluated: ["7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e"],
      outputs: [
        "527759c3d9366f277d8c6020418d96bb393ba2afb20ff90df23fb7708264e2f3"
          + "ab9135e3bd69955851de4b1f9fe8a0973396719b7912ba9ee8aa7d0b5e24bcf6"
      ]),
    Vector(
      mode: .plain, inputs: [long], blinds: [blind],
      blinded: ["da27ef466870f5f15296299850aa088629945a17d1f5b7f5ff043f76b3c06418"],
      evaluated: ["b4cbf5a4f1eeda5a63ce7b77c7d23f461db3fcab0dd28e4e17cecb5c90d02c25"],
      outputs: [
        "f4a74c9c592497375e796aa837e907b1a045d34306a749db9f34221f7e750cb4"
          + "f2a6413a6bf6fa5e19ba6348eb673934a722a7ede2e7621306d18951e7cf2c73"
      ]),
    Vector(
      mode: .verifiable, inputs: [short], blinds: [blind],
      blinded: ["863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945"],
      evaluated: ["aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e"],
      proof: "ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd06"
        + "6d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d",
      random: secondBlind, outputs: [firstValue]),
    Vector(
      mode: .verifiable, inputs: [long], blinds: [blind],
      blinded: ["cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c"],
      evaluated: ["60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468"],
      proof: "401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a"
        + "67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02",
      random: secondBlind, outputs: [secondValue]),
    Vector(
      mode: .verifiable, inputs: [short, long], blinds: [blind, secondBlind],
      blinded: [
        "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945",
        "90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654",
      ],
      evaluated: [
        "aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e",
        "cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a",
      ],
      proof: "cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a"
        + "5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08",
      random: "419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c",
      outputs: [firstValue, secondValue]),
  ]

  private func key(_ mode: ObliviousFunction.Mode) throws -> ObliviousKey {
    try ObliviousKey(
      seed: [UInt8](repeating: 0xA3, count: 32), info: Array("test key".utf8), function: ObliviousFunction(mode))
  }

  private func raw(_ hex: String) throws -> [UInt8] { try #require(bytes(ofHexadecimal: hex)) }
  private func scalar(_ hex: String) throws -> RistrettoScalar { try #require(RistrettoScalar(canonical: raw(hex))) }

  @Test(arguments: [ObliviousFunction.Mode.plain, .verifiable])
  func `derives the key of the RFC from its seed`(_ mode: ObliviousFunction.Mode) throws {
    let known = try #require(Self.keys[mode])
    let secret = try scalar(known.secret)
    #expect(try key(mode).publicKey == RistrettoElement.generator(times: secret).bytes)
    if let open = known.open { #expect(try hexadecimal(key(mode).publicKey) == open) }
  }

  @Test(arguments: vectors)
  func `gives every value of a vector`(_ vector: Vector) throws {
    let key = try key(vector.mode)
    let question = try ObliviousQuestion(
      vector.inputs.map(raw), to: ObliviousFunction(vector.mode), blinds: vector.blinds.map(scalar))
    #expect(question.blinded.map { hexadecimal($0) } == vector.blinded)
    let random = vector.random.isEmpty ? RistrettoScalar.random() : try scalar(vector.random)
    let answer = try key.evaluate(question.blinded, random: random)
    #expect(answer.evaluated.map { hexadecimal($0) } == vector.evaluated)
    #expect(hexadecimal(answer.proof) == vector.proof)
    let values = try question.values(of: answer.evaluated, proof: answer.proof, publicKey: key.publicKey)
    #expect(values.map { hexadecimal($0) } == vector.outputs)
  }

  @Test func `the value does not depend on the blinding, and the question does`() throws {
    let (key, function) = (try key(.verifiable), ObliviousFunction(.verifiable))
    let texts = ["identifier|381967043", "identifier|381967044"].map { Array($0.utf8) }
    let questions = try (0..<2).map { _ in try ObliviousQuestion(texts, to: function) }
    let values = try questions.map { question in
      let answer = try key.evaluate(question.blinded)
      return try question.values(of: answer.evaluated, proof: answer.proof, publicKey: key.publicKey)
    }
    #expect(values[0] == values[1])
    #expect(values[0][0] != values[0][1])
    #expect(Set(questions.flatMap(\.blinded)).count == 4)
  }

  @Test func `an answer with another key, or another proof, is refused`() throws {
    let (key, function) = (try key(.verifiable), ObliviousFunction(.verifiable))
    let other = try LinkageKey.random(project: "test", epoch: 2026).obliviousKey(.verifiable)
    let question = try ObliviousQuestion([[1], [2]], to: function)
    let (good, bad) = (try key.evaluate(question.blinded), try other.evaluate(question.blinded))
    for (answer, publicKey) in [(bad, key.publicKey), (good, other.publicKey)] {
      #expect(throws: CryptographyError.proofRefused) {
        try question.values(of: answer.evaluated, proof: answer.proof, publicKey: publicKey)
      }
    }
    for place in [0, 40, 63] {
      var proof = good.proof
      proof[place] ^= 1
      #expect(throws: CryptographyError.proofRefused) {
        try question.values(of: good.evaluated, proof: proof, publicKey: key.publicKey)
      }
    }
    #expect(throws: CryptographyError.proofRefused) {
      try question.values(of: good.evaluated.reversed(), proof: good.proof, publicKey: key.publicKey)
    }
    #expect(throws: CryptographyError.elementRefused) {
      try question.values(of: [good.evaluated[0]], proof: good.proof, publicKey: key.publicKey)
    }
  }

  @Test func `what is no element of the group is refused, and so is the identity`() throws {
    let key = try key(.plain)
    let wrong =
      [[UInt8]](repeating: [UInt8](repeating: 0xFF, count: 32), count: 1)
      + [[UInt8](repeating: 0, count: 32), [], [UInt8](repeating: 1, count: 31)]
    for element in wrong {
      #expect(throws: CryptographyError.elementRefused) { try key.evaluate([element]) }
    }
    #expect(throws: CryptographyError.elementRefused) { try key.evaluate([]) }
  }
}
