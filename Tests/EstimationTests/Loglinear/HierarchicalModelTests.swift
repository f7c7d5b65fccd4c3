import Estimation
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
