import Model
import Testing

@testable import Disclosure

struct PolicyWordsTests {
  private let reason = LocalizedText(nl: "Openbaar.", en: "Public.")

  @Test func `the policies that can be chosen are these, and each can be`() throws {
    #expect(Policy.names == ["publishAsIs", "suppress"])
    #expect(try Policy.names.map { try Policy(.init(policy: $0, reason: reason)).name } == Policy.names)
  }

  @Test func `the colophon says what was done to the numbers`() throws {
    let label = Policy.publishAsIs(reason: reason).label
    #expect(label.nl == "De aantallen staan er zoals ze geteld zijn; er is niets afgerond of weggelaten.")
    #expect(label.en == "The numbers stand as they were counted; nothing was rounded or left out.")
    let hiding = try Policy(.init(policy: "suppress", reason: reason, minimum: 10)).label
    #expect(hiding.nl.hasPrefix("Aantallen van 1 tot en met 9 zijn weggelaten, en ook andere aantallen, aandelen en "))
    #expect(hiding.en.hasPrefix("Counts from 1 to 9 are left out, and so are other counts, shares and means "))
  }

  @Test(arguments: ["", " ", "\n", "\t \u{00A0}"])
  func `white space is no reason, in either language`(_ blank: String) {
    for reason in [LocalizedText(nl: blank, en: "Public."), LocalizedText(nl: "Openbaar.", en: blank)] {
      #expect(throws: PolicyError.withoutReason(name: "publishAsIs")) {
        try Policy(.init(policy: "publishAsIs", reason: reason))
      }
    }
  }

  @Test func `one letter is a reason`() throws {
    let short = LocalizedText(nl: "\nx", en: " y ")
    #expect(try Policy(.init(policy: "publishAsIs", reason: short)).reason == short)
  }

  @Test(arguments: ["", "PublishAsIs", "publishasis", "publishAsIs ", "Suppress"])
  func `another name is refused, also when there is no reason`(_ name: String) {
    for reason in [reason, LocalizedText("")] {
      #expect(throws: PolicyError.unknown(name: name)) { try Policy(.init(policy: name, reason: reason)) }
    }
  }

  @Test func `what is wrong with a choice is said in whole sentences`() {
    let unknown = PolicyError.unknown(name: "publishAsI").message
    #expect(
      unknown.en
        == "There is no publication policy 'publishAsI'; choose from: publishAsIs, suppress. Did you mean 'publishAsIs'?"
    )
    let far = PolicyError.unknown(name: "qqqqqqqqqqqq").message
    #expect(far.nl == "Het publicatiebeleid 'qqqqqqqqqqqq' bestaat niet; kies uit: publishAsIs, suppress.")
    #expect(far.en == "There is no publication policy 'qqqqqqqqqqqq'; choose from: publishAsIs, suppress.")
    let bare = PolicyError.withoutReason(name: "publishAsIs").message
    #expect(
      bare.nl
        == "Het publicatiebeleid 'publishAsIs' heeft een reden nodig, Nederlands en Engels; die komt in het colofon.")
    #expect(
      bare.en
        == "The publication policy 'publishAsIs' needs a reason, in Dutch and in English; it is printed in the colophon."
    )
  }

  @Test(arguments: [-1, 0, 1, 4, 5, 1_000_000])
  func `a count is shown as it is`(_ count: Int) {
    #expect(Policy.publishAsIs(reason: reason).shown(count) == .exact(Quantity(count)))
  }

  /// Part, whole and the share in one decimal, halves away from zero.
  @Test(arguments: [
    (0, 1, "0.0"), (1, 1, "100.0"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 16, "6.3"), (1, 2000, "0.1"), (1, 2001, "0.0"),
    (3, 2, "150.0"),
  ])
  func `a share is exact, and printed in one decimal`(_ part: Int, _ whole: Int, _ printed: String) {
    let share = Policy.publishAsIs(reason: reason).shownShare(part, of: whole)
    #expect(share == .exact(Quantity(numerator: 100 * part, denominator: whole, decimals: 1)))
    #expect(share.quantity?.plain == printed)
  }

  @Test(arguments: [(0, 0), (5, 0), (1, -1)])
  func `a share of nothing is undefined`(_ part: Int, _ whole: Int) {
    #expect(Policy.publishAsIs(reason: reason).shownShare(part, of: whole) == .undefined)
  }
}
