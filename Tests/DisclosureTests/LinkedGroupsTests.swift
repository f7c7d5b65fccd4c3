import Testing

@testable import Disclosure
@testable import Linkage
@testable import Model
@testable import Protection

@Suite struct `How well groups are linked` {
  private static let reason = LocalizedText(nl: "Verzonnen.", en: "Invented.")
  private static let hiding = Policy.suppress(
    rule: ProtectionRule(minimum: 5, printsZeros: true, level: .withinSensitive, assurance: .outside), reason: reason)

  private static func groups(_ recalls: [(records: Int, recognisable: Int, linked: Int)]) -> LinkedGroups {
    var groups = LinkedGroups(variable: "source", keys: recalls.indices.map { "s\($0)" }, numbers: [])
    groups.recalls = recalls.map { one in
      var recall = LinkRecall()
      (recall.records, recall.recognisable, recall.linked) = one
      (recall.found, recall.expected) = (Double(one.linked), Double(one.linked) * 1.25)
      return recall
    }
    return groups
  }

  @Test func `is told in whole per cents`() {
    let shown = Self.groups([(200, 150, 90), (300, 299, 0)]).published(under: .publishAsIs(reason: Self.reason))
    #expect(shown[0].recognisable.quantity?.plain == "75" && shown[0].linked.quantity?.plain == "45")
    #expect(shown[0].found == .exact(Quantity(80)) && shown[1].found == .undefined)
  }

  /// 299 of 300 leaves one; what is shown of the other would give it away with the whole.
  @Test func `is not told of few, nor of one beside them`() {
    let shown = Self.groups([(200, 150, 90), (300, 299, 100), (400, 200, 120)]).published(under: Self.hiding)
    #expect(
      shown.map(\.recognisable) == [
        .suppressed(.secondary), .suppressed(.primary),
        .exact(Quantity(numerator: 20_000, denominator: 400, decimals: 0)),
      ])
    #expect(shown.allSatisfy { $0.linked.quantity != nil })
    let few = Self.groups([(4, 4, 0), (100, 50, 30), (120, 60, 40)]).published(under: Self.hiding)
    #expect(
      few[0].recognisable == .suppressed(.primary) && few[1].recognisable.absence != nil
        && few[2].recognisable.absence == nil)
    #expect(few[0].found.quantity == nil)
  }
}
