import Testing

@testable import Consistency

@Suite struct `A claim` {
  private static let header = "claim_id,report,section,line,paraphrase,value,op,unit,derived_from,formula\n"

  @Test func `is read with everything its line says`() {
    let claims = Claim.claims(
      csv: Self.header
        + "c1,verzonnen,2.1,12,\"Bijna een kwart, zegt men\",24.70,approx,%,fig-1,\"pct({n:fig-1|a},4)\"\n")
    #expect(
      claims == [
        Claim(
          id: "c1", report: "verzonnen", paraphrase: "Bijna een kwart, zegt men", value: 24.7, decimals: 2,
          comparison: .about,
          unit: "%", formula: "pct({n:fig-1|a},4)", line: "12")
      ])
  }

  @Test(arguments: [
    ("eq", Claim.Comparison.equal), ("gt", .greater), ("lt", .less), ("ge", .atLeast), ("le", .atMost),
    ("approx", .about),
    ("", .equal), ("anders", .equal),
  ])
  func `compares as its operator says, and for equality without one`(_ text: String, _ comparison: Claim.Comparison) {
    #expect(Claim.claims(csv: Self.header + "c1,r,,,,5,\(text),x,,\n").map(\.comparison) == [comparison])
  }

  @Test func `needs an id, and may lack a number and a formula`() {
    let claims = Claim.claims(csv: Self.header + ",r,,,,5,eq,x,,\nc2,r,,,,,eq,x,,\n")
    #expect(claims == [Claim(id: "c2", report: "r", paraphrase: "", value: nil, unit: "x", formula: "")])
  }
}
