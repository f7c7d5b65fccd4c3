import Cryptography
import Encoding
package import Foundation

/// Asks a key server for the values of blocks. The server sees blinded elements only.
package struct KeyServerClient: Sendable {
  /// Sends a body to the server and gives its answer, or throws a sentence for the user.
  package typealias Exchange = @Sendable (_ body: Data) async throws -> Data

  private let publicKey: [UInt8]
  private let exchange: Exchange
  /// Elements of one question: proofs and bodies stay small.
  package static let batchSize = 512

  /// - Parameter publicKey: Of the agreed key, in hexadecimal.
  /// - Throws: `MonitoringError.data` when that is no public key.
  package init(publicKey: String, exchange: @escaping Exchange) throws(MonitoringError) {
    guard let bytes = Self.bytes(publicKey), bytes.count == ObliviousFunction.elementCount else {
      throw .data(
        nl: "De openbare sleutel van de sleuteldienst bestaat uit 64 hexadecimale cijfers. Vraag hem aan de beheerder.",
        en: "The public key of the key server consists of 64 hexadecimal digits. Ask its keeper for it.")
    }
    (self.publicKey, self.exchange) = (bytes, exchange)
  }

  func values(of questions: DeliveryEncoding.ServerQuestions) async throws -> DeliveryEncoding.ServerValues {
    let texts = questions.texts
    var values: [[UInt8]] = []
    for start in stride(from: 0, to: texts.count, by: Self.batchSize) {
      let batch = Array(texts[start..<min(start + Self.batchSize, texts.count)])
      let question = try ObliviousQuestion(batch, to: ObliviousFunction(.verifiable))
      let answer = try await exchange(Data(question.blinded.joined()))
      let size = ObliviousFunction.elementCount * batch.count
      guard answer.count == size + ObliviousFunction.proofCount else { throw CryptographyError.elementRefused }
      let bytes = [UInt8](answer)
      let evaluated = stride(from: 0, to: size, by: ObliviousFunction.elementCount).map {
        Array(bytes[$0..<$0 + ObliviousFunction.elementCount])
      }
      values += try question.values(of: evaluated, proof: Array(bytes[size...]), publicKey: publicKey)
    }
    return questions.answered(by: values, publicKey: publicKey)
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
