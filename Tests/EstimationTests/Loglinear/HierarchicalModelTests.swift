@testable import Estimation
import Testing

struct HierarchicalModelTests {
  @Test(arguments: ["[123,25,34]", "[134,12,23,5]", "[12,13,25,35,36,4]", "[1,2,3]", "[12,13,23]"])
  func `the notation of a model reads back to the same model`(_ notation: String) throws {
    let lists = notation.filter(\.isNumber).compactMap { $0.wholeNumberValue }.max() ?? 0
    let model = try #require(HierarchicalModel(lists: lists, notation: notation))
    #expect(model.notation == notation)
  }

  @Test func `a model holds every subset of its terms`() {
    let model = HierarchicalModel(lists: 3, generators: [0b111])
    #expect(model.terms == [0, 1, 2, 4, 3, 5, 6, 7])
    #expect(model.generators == [7])
    #expect(HierarchicalModel.mainEffects(lists: 3).adding(0b101).notation == "[13,2]")
  }

  @Test(arguments: ["[17]", "[a]", "[0]"])
  func `a notation that names no list is refused`(_ notation: String) {
    #expect(HierarchicalModel(lists: 3, notation: notation) == nil)
  }
}

struct ModelNotationTests {
  @Test(arguments: [
    ("12, 13", "[12,13]"), ("[3,12]", "[12,3]"), ("[21,1,2]", "[12,3]"), ("", "[1,2,3]"), ("[]", "[1,2,3]"),
    ("[123,12,3]", "[123]"),
  ])
  func `a notation is read with or without brackets, order and terms that go without saying`(
    _ text: String, _ notation: String
  ) throws {
    let model = try #require(HierarchicalModel(lists: 3, notation: text))
    #expect(model.notation == notation && model.description == notation)
  }

  @Test func `with ten lists or more the numbers are apart`() throws {
    let model = HierarchicalModel(lists: 12, generators: [0b1000_0000_0100, 0b11])
    #expect(model.notation == "[1:2,3:12,4,5,6,7,8,9,10,11]")
    #expect(HierarchicalModel(lists: 12, notation: model.notation) == model)
    #expect(HierarchicalModel(lists: 12, notation: "[12]") == .mainEffects(lists: 12))
    #expect(
      HierarchicalModel(lists: 9, notation: "[1:2]") == nil && HierarchicalModel(lists: 12, notation: "[13]") == nil)
    #expect(HierarchicalModel(lists: 9, generators: [0b11]).notation == "[12,3,4,5,6,7,8,9]")
  }

  @Test func `terms are in canonical order, whatever they were made of`() {
    let one = HierarchicalModel(lists: 4, generators: [0b1010, 0b0011])
    let other = HierarchicalModel(lists: 4, generators: [0b0011, 0b1010, 0b0001])
    #expect(one == other && one.terms == [0, 1, 2, 4, 8, 0b0011, 0b1010])
    #expect(one.order == 2 && HierarchicalModel.mainEffects(lists: 4).order == 1)
    #expect(one.contains(0b1010) && !one.contains(0b1000_0000) && one.contains(0))
    #expect(HierarchicalModel.allPairs(lists: 4).terms.count == 11)
    #expect(one.generators == [0b0011, 0b1010, 0b0100])
    #expect(one.adding(0b0111).generators == [0b0111, 0b1010])
  }
}
