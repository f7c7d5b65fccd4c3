import Testing

@testable import Cryptography
@testable import Encoding

@Suite struct ContentAgreementTests {
  /// Both encoded with one key, compared in the block of their identity number.
  private func agreement(
    _ change: (inout StandardRecord) -> Void, from base: StandardRecord = Encoded.amina
  ) throws -> ContentAgreement {
    var other = base
    change(&other)
    let entries = try [base, other].map { record in
      try #require(Encoded.file([record]).entries.first { $0.pass == .identifier })
    }
    return ContentAgreement(entries[0].content, entries[1].content)
  }

  @Test func `a record agrees with itself in all it has`() throws {
    let same = try agreement { _ in }
    #expect(same.names == .same && same.birth == .same)
    #expect(
      [same.identifier, same.phone, same.userName, same.nationality, same.city, same.sex].allSatisfy { $0 == .shared })
    #expect(same.email == .missing && same.alias == .missing)
  }

  @Test func `names agree by level`() throws {
    #expect(try agreement { $0.surnames = ["el", "chatib"] }.names == .same)
    #expect(try agreement { $0.surnames = ["el", "khatibs"] }.names == .similar)
    #expect(try agreement { swap(&$0.forenames, &$0.surnames) }.names == .same)
    #expect(try agreement { $0.surnames = ["popescu"] }.names == .oneToken)
    #expect(
      try agreement {
        $0.surnames = ["popescu"]
        $0.forenames = ["maria"]
      }.names == .differ)
    #expect(
      try agreement {
        $0.surnames = []
        $0.forenames = []
      }.names == .missing)
  }

  @Test func `birth agrees by level`() throws {
    let base = Encoded.amina
    let cases: [(StandardDate, ContentAgreement.Birth)] = [
      (StandardDate(year: 1994, month: 3, day: 17), .same), (StandardDate(year: 1994, month: 3, day: 2), .samePart),
      (StandardDate(year: 1994, month: 5, day: 2), .sameYear), (StandardDate(year: 1994), .sameYear),
      (StandardDate(year: 1997, month: 5, day: 2), .withinThree), (StandardDate(year: 1999, month: 5, day: 2), .differ),
      (StandardDate(year: 1984, month: 3, day: 17), .samePart), (StandardDate(), .missing),
    ]
    for (date, level) in cases { #expect(try agreement({ $0.birth = date }, from: base).birth == level, "\(date)") }
    var swapped = base
    swapped.birth = StandardDate(year: 1994, month: 3, day: 7)
    #expect(try agreement({ $0.birth = StandardDate(year: 1994, month: 7, day: 3) }, from: swapped).birth == .swapped)
    swapped.birth = StandardDate(year: 1994, month: 1, day: 1)
    let newYear = try agreement({ _ in }, from: swapped)
    #expect(newYear.birth == .same && newYear.isNewYear)
  }

  @Test func `of a set one shared value is enough, and what is missing speaks for nothing`() throws {
    #expect(try agreement { $0.phones = ["31600000000", "31655165446"] }.phone == .shared)
    #expect(try agreement { $0.phones = ["31600000000"] }.phone == .differ)
    #expect(try agreement { $0.phones = [] }.phone == .missing)
    let (same, other) = (try agreement { _ in }, try agreement { $0.phones = [] })
    #expect(same.handWeight - other.handWeight == 5)
  }
}
