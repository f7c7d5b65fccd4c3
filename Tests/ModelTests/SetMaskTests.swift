import Model
import Testing

/// The masks are bytes that stores keep: each number here is one that was written once.
struct SetMaskTests {
  @Test func `categories are the sixty lowest bits and reasons the four above`() {
    #expect(SetMask.limit == 60)
    #expect([0, 1, 59].map { SetMask(category: $0).packed } == [1, 2, 0x0800_0000_0000_0000])
    #expect(
      [Missing.unknown, .notAsked, .notApplicable, .notDelivered].map { SetMask($0).packed }
        == [0x1000_0000_0000_0000, 0x2000_0000_0000_0000, 0x4000_0000_0000_0000, 0x8000_0000_0000_0000])
    #expect(SetMask.allMembers.packed == 0x0FFF_FFFF_FFFF_FFFF)
    #expect(SetMask.allReasons.packed == 0xF000_0000_0000_0000)
  }

  @Test func `what means something depends on how many categories there are`() {
    #expect(SetMask.meaningful(forCategories: 0).packed == 0xF000_0000_0000_0000)
    #expect(SetMask.meaningful(forCategories: 3).packed == 0xF000_0000_0000_0007)
    #expect(SetMask.meaningful(forCategories: 59).packed == 0xF7FF_FFFF_FFFF_FFFF)
    #expect(SetMask.meaningful(forCategories: 60).packed == UInt64.max)
  }

  @Test func `the empty set is an answer without members`() {
    #expect(SetMask.empty.packed == 0)
    #expect(SetMask.empty.isKnown && SetMask.empty.isEmpty)
    #expect(SetMask.empty.missing == nil)
    #expect(SetMask.empty.categories == [])
    #expect(SetMask.empty.memberCount == 0)
  }

  @Test(arguments: Missing.allCases)
  func `a missing set has its reason and no members`(_ reason: Missing) {
    let mask = SetMask(reason)
    #expect(mask.missing == reason)
    #expect(!mask.isKnown && !mask.isEmpty)
    #expect(mask.members == .empty && mask.memberCount == 0 && mask.categories.isEmpty)
    #expect(mask.intersection(.allMembers) == .empty && mask.intersection(.allReasons) == mask)
    #expect(mask.mapped { $0 + 1 } == mask)
  }

  @Test(arguments: 0..<200)
  func `a set gives back the categories it was made of`(_ seed: Int) {
    var generator = PackingGenerator(state: UInt64(seed))
    let chosen = (0..<60).filter { _ in Bool.random(using: &generator) }
    let mask = chosen.reduce(SetMask.empty) { $0.union(SetMask(category: $1)) }
    #expect(mask.categories == chosen)
    #expect(mask.memberCount == chosen.count)
    #expect((0..<60).filter { mask.contains(category: $0) } == chosen)
    #expect(mask.isKnown && mask.missing == nil && mask.members == mask)
    #expect(mask.mapped { 59 - $0 }.categories == chosen.map { 59 - $0 }.reversed())
    #expect(mask.mapped { $0 / 2 }.categories == Set(chosen.map { $0 / 2 }).sorted())
  }

  @Test func `what goes wrong for a member stops the mapping`() {
    struct Gone: Error { var index: Int }
    let mask = SetMask(0b1010)
    #expect(throws: Gone.self) { try mask.mapped { throw Gone(index: $0) } }
    #expect(throws: Never.self) { try SetMask.empty.mapped { throw Gone(index: $0) } }
  }
}

/// The same numbers for the same seed.
struct PackingGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 32
  }
}
