import Cryptography
import Foundation
import Web

/// Answers partners, as often a day as they may ask. It lives as long as the server and sees blinded elements only.
actor QuestionDesk {
  private let key: ObliviousKey
  private let partners: PartnerList
  private var ledger: QuestionLedger
  private let today: @Sendable () -> String

  /// - Parameter today: The day as it stands in the ledger.
  init(key: ObliviousKey, partners: PartnerList, ledger: QuestionLedger, today: @escaping @Sendable () -> String) {
    (self.key, self.partners, self.ledger, self.today) = (key, partners, ledger, today)
  }

  func answer(_ word: String, _ question: [UInt8]) -> KeyServerAnswer {
    guard let partner = partners.partner(with: word) else { return .unknownPartner }
    let size = ObliviousFunction.elementCount
    guard !question.isEmpty, question.count % size == 0, question.count <= longestKeyServerQuestion else {
      return .malformed
    }
    let elements = stride(from: 0, to: question.count, by: size).map { Array(question[$0..<$0 + size]) }
    let day = today()
    guard ledger.count(of: partner.name, on: day) + elements.count <= partner.daily else { return .exhausted }
    // Counted first: whoever breaks off before the answer has asked.
    guard (try? ledger.add(elements.count, of: partner.name, on: day)) != nil else { return .exhausted }
    guard let answer = try? key.evaluate(elements) else { return .malformed }
    return .evaluated(answer.evaluated.flatMap { $0 } + answer.proof)
  }
}
