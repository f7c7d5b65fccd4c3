import Model
import Testing

/// The codes are bytes that stores keep: each number here is one that was written once.
struct CategoryCodeTests {
  @Test func `missing reasons are the codes 0 to 3, and the first category is 4`() {
    #expect(Missing.allCases.map { CategoryCode($0).wide } == [0, 1, 2, 3])
    #expect(
      [Missing.unknown, .notAsked, .notApplicable, .notDelivered].map { CategoryCode($0).narrow } == [0, 1, 2, 3])
    #expect(
      [0, 1, 59, 60, 251, 252, 64_999].map { CategoryCode(category: $0).wide } == [4, 5, 63, 64, 255, 256, 65_003])
    #expect([0, 1, 251].map { CategoryCode(category: $0).narrow } == [4, 5, 255])
  }

  @Test func `a code is a category or a reason, whatever its width`() {
    #expect((UInt16(0)...65_003).allSatisfy { (CategoryCode($0).category == nil) == (CategoryCode($0).missing != nil) })
    #expect((UInt16(0)...65_003).allSatisfy { CategoryCode($0).isKnown == ($0 > 3) })
    #expect((UInt8(0)...255).allSatisfy { CategoryCode($0) == CategoryCode(UInt16($0)) })
    #expect((0..<65_000).allSatisfy { CategoryCode(category: $0).category == $0 })
    #expect((UInt8(0)...3).map { CategoryCode($0).missing } == [.unknown, .notAsked, .notApplicable, .notDelivered])
  }

  @Test func `a code of two bytes whose low byte is that of a reason is a category`() {
    let codes = (UInt16(256)...259).map { CategoryCode($0) }
    #expect(codes.map(\.category) == [252, 253, 254, 255])
    #expect(codes.map(\.missing) == [nil, nil, nil, nil])
  }

  @Test func `a code as a set is its one category or its reason`() {
    #expect(
      (UInt8(0)...3).map { CategoryCode($0).mask.packed }
        == [0x1000_0000_0000_0000, 0x2000_0000_0000_0000, 0x4000_0000_0000_0000, 0x8000_0000_0000_0000])
    #expect([UInt8(4), 5, 6, 63].map { CategoryCode($0).mask.packed } == [1, 2, 4, 0x0800_0000_0000_0000])
    for reason in Missing.allCases { #expect(CategoryCode(reason).mask == SetMask(reason)) }
    for index in 0..<60 { #expect(CategoryCode(category: index).mask == SetMask(category: index)) }
  }

  @Test func `a table by code holds the reasons and then the categories`() {
    let table = CategoryCode.table(missing: \.word, categories: ["a", "b"])
    #expect(table == ["unknown", "notAsked", "notApplicable", "notDelivered", "a", "b"])
    #expect(table[CategoryCode(.notApplicable).place] == "notApplicable")
    #expect(table[CategoryCode(category: 1).place] == "b")
    #expect(table.count == CategoryCode.count(forCategories: 2))
    #expect((0..<300).allSatisfy { CategoryCode(place: $0).place == $0 })
  }

  @Test func `codes are ordered reasons first, then as the codebook has them`() {
    let codes = [
      CategoryCode(category: 252), CategoryCode(.notDelivered), CategoryCode(category: 0), CategoryCode(.unknown),
    ]
    #expect(codes.sorted().map(\.wide) == [0, 3, 4, 256])
  }
}
