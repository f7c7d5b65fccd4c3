import Testing

@testable import Consistency

@Suite struct `A formula` {
  private static let cells = ["n:fig-1|Vrouw": 30.0, "n:fig-1|Totaal": 120, "n:leeg": 0]

  private func value(_ text: String) throws(FormulaProblem) -> Double {
    let formula = ClaimFormula(text: text) { (name) throws(FormulaProblem) in
      guard let value = Self.cells[name] else { throw .missingCell(name) }
      return value
    }
    return try formula.value()
  }

  @Test(arguments: [
    ("7", 7), ("2.5", 2.5), ("2+3*4", 14), ("(2+3)*4", 20), ("8-3-2", 3), ("8/2/2", 2), ("2*3-4/2", 4), ("-3", -3),
    ("--3", 3),
    ("---3", -3), ("2*-3", -6), ("-(2+3)", -5), ("2--3", 5), (" 2 +  3 ", 5), ("{n:fig-1|Vrouw}", 30),
    ("-{n:fig-1|Vrouw}", -30),
    ("{n:fig-1|Totaal} - {n:fig-1|Vrouw}", 90), ("100*{n:fig-1|Vrouw}/{n:fig-1|Totaal}", 25), ("6/4", 1.5), ("0*5", 0),
    ("0/5", 0),
    ("- sum(1,2)", -3), ("pct (1,4)", 25), ("2*pct(1,4)+1", 51), ("1-{n:leeg}", 1),
  ])
  func `is arithmetic over numbers and cells`(_ text: String, _ expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test(arguments: [
    ("pct(1,4)", 25), ("pct({n:fig-1|Vrouw},{n:fig-1|Totaal})", 25), ("chg(80,100)", 25), ("chg(100,80)", -20),
    ("min(3,1,2)", 1),
    ("max(3,1,2)", 3), ("sum(1,2,4)", 7), ("mean(1,2,6)", 3), ("mean(5)", 5), ("abs(-3)", 3), ("abs(3)", 3),
    ("round(2.5)", 3),
    ("round(-2.5)", -3), ("round(2.4)", 2), ("round(2.5,0)", 3), ("round(1250,-2)", 1250), ("round(2.4,-2)", 2),
    ("min(4)", 4),
    ("max(min(1,2),pct(1,2))", 50), ("round(0.25,1)*10", 3), ("round(0.375,2)*100", 38),
  ])
  func `calls functions`(_ text: String, _ expected: Double) throws { #expect(abs(try value(text) - expected) < 1e-9) }

  @Test func `rounds to nine decimals at most`() throws {
    #expect(abs(try value("round(1.23456789012,20)") - 1.234567890) < 1e-12)
    #expect(abs(try value("round(1.23456789052,9)") - 1.234567891) < 1e-12)
    let endless = "round(1.5," + String(repeating: "9", count: 400) + ")"
    #expect(abs(try value(endless) - 1.5) < 1e-9)
    #expect(abs(try value("round(1.23456789052,8)") - 1.23456789) < 1e-12)
  }

  /// `known_n(k,p,d,m)`: bases of at most `m` for which `k` is printed as `p` per cent with `d` decimals.
  @Test(arguments: [
    ("known_n(1,33,0,10)", 3), ("known_n(2,40,0,5)", 5), ("known_n(1,1,0,200)", 134), ("known_n(1,1,0,199)", 133),
    ("known_n(0,0,0,3)", 2), ("known_n(0,0,0,0)", 1), ("known_n(3,100,0,3)", 3),
    ("known_n(1000000,100,0,1000000)", 1_000_000),
    ("known_n(1,33.333333333,9,4)", 3), ("known_n(1,50,0,2)", 2),
  ])
  func `finds the middle one of the bases that give a share`(_ text: String, _ base: Double) throws {
    #expect(try value(text) == base)
  }

  @Test(
    arguments: [
      ("", .unreadable(at: 0)), ("1+", .unreadable(at: 2)), ("2 3", .unreadable(at: 2)), ("(1", .unreadable(at: 2)),
      ("1)", .unreadable(at: 1)), ("{n:fig-1", .unreadable(at: 1)), ("1.2.3", .unreadable(at: 0)),
      ("5+1.2.3", .unreadable(at: 2)),
      ("sum", .unreadable(at: 0)), ("sum(1,2", .unreadable(at: 7)), ("sum()", .unreadable(at: 4)),
      ("2 * ?", .unreadable(at: 4)),
      ("{x}", .missingCell("x")), ("1/0", .divisionByZero), ("1/(2-2)", .divisionByZero),
      ("5/{n:leeg}", .divisionByZero),
      ("pct(1,0)", .divisionByZero), ("chg(0,5)", .divisionByZero), ("pct(1)", .wrongArguments("pct")),
      ("pct(1,2,3)", .wrongArguments("pct")),
      ("chg(1)", .wrongArguments("chg")), ("abs(1,2)", .wrongArguments("abs")),
      ("round(1,2,3)", .wrongArguments("round")),
      ("known_n(1,2,3)", .wrongArguments("known_n")), ("known_n(-1,1,0,2)", .wrongArguments("known_n")),
      ("known_n(3,100,0,2)", .wrongArguments("known_n")), ("known_n(1,1,0,1000001)", .wrongArguments("known_n")),
      ("known_n(1,1,10,5)", .wrongArguments("known_n")), ("known_n(1,1,-1,5)", .wrongArguments("known_n")),
      ("known_n(1,34,0,2)", .noFittingBase), ("foo(1)", .unknownFunction("foo")), ("Sum(1)", .unknownFunction("Sum")),
      ("a_b(1)", .unknownFunction("a_b")),
    ] as [(String, FormulaProblem)])
  func `says why it has no number`(_ text: String, _ problem: FormulaProblem) {
    #expect(throws: problem) { try value(text) }
  }

  @Test func `may be nested as deep as a person never writes`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    }
    #expect(try value(nested(198)) == 1)
    #expect(throws: FormulaProblem.unreadable(at: 199)) { try value(nested(199)) }
    #expect(try value((1...300).map { _ in "(1)" }.joined(separator: "+")) == 300)
  }

  @Test(arguments: [
    ("{a} + {b|c}", ["a", "b|c"]), ("1 + {a}", ["a"]), ("pct({a},{b})", ["a", "b"]), ("{a", []), ("1+2", []), ("", []),
    ("{a}{a}", ["a", "a"]),
    ("a}+{b}", ["b"]),
  ])
  func `refers to cells in braces`(_ text: String, _ names: [String]) {
    #expect(ClaimFormula.references(in: text) == names)
  }

  @Test func `may imply a base`() {
    #expect(ClaimFormula.impliesBase("100*3/known_n(3,1,0,9)"))
    #expect(!ClaimFormula.impliesBase("pct(3,known_n)"))
  }
}
