import Cryptography
import Model

extension ErasedKey {
  /// What is no key for the same reason.
  static func like(_ rule: String) -> String {
    switch rule {
    case FindingRule.withoutKey.id: ""
    case FindingRule.missingWordAsKey.id: "onbekend"
    case FindingRule.totalRow.id: "Totaal"
    case FindingRule.damagedKey.id: "#N/B"
    // Passes the eleven test, and is given to nobody.
    case FindingRule.identityNumberAsKey.id: "111222333"
    case FindingRule.keyPattern.id: "gewist-1"
    default: "gewist"
    }
  }
}
