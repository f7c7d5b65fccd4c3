import Model
import Tabulation
import Testing

@testable import Disclosure

struct PolicyTests {
  private let reason = LocalizedText(nl: "Openbaar rapport.", en: "Public report.")

  @Test func `publishing as is needs its name and its reason`() throws {
    let policy = try Policy(.init(policy: "publishAsIs", reason: reason))
    #expect(policy == .publishAsIs(reason: reason))
    #expect(policy.name == "publishAsIs")
    #expect(policy.reason == reason)
  }

  @Test(arguments: [
    LocalizedText(""), LocalizedText(nl: "Openbaar.", en: " "), LocalizedText(nl: "", en: "Public."),
  ])
  func `an empty reason is refused`(_ empty: LocalizedText) {
    #expect(throws: PolicyError.withoutReason(name: "publishAsIs")) {
      try Policy(.init(policy: "publishAsIs", reason: empty))
    }
  }

  @Test func `an unknown policy is named, with the one that was meant`() {
    #expect(throws: PolicyError.unknown(name: "publishAsI")) {
      try Policy(.init(policy: "publishAsI", reason: reason))
    }
    #expect(
      PolicyError.unknown(name: "publishAsI").message.nl
        == "Het publicatiebeleid 'publishAsI' bestaat niet; kies uit: publishAsIs. Bedoelt u 'publishAsIs'?")
  }
}
