@testable import Linkage
import Testing

@Suite struct `Links beside a truth` {
  @Test func `are measured as by hand`() {
    // Persons: {0,1,2} {3,4} {5}; truth: {0,1} {2,3,4} {5}.
    let result = LinkEvaluation(
      persons: [0, 0, 0, 1, 1, 2], truth: [0, 0, 1, 1, 1, 2], certainty: [0.9, 0.9, 0.6, 1, 1, 1])
    #expect(result.closure == LinkEvaluation.Score(said: 4, right: 2, all: 4))
    #expect(result.closure.f1 == 0.5)
    #expect(abs(result.bCubedPrecision - (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 3) / 6) < 1e-12)
    #expect(abs(result.bCubedRecall - (1 + 1 + 1.0 / 3 + 2.0 / 3 + 2.0 / 3 + 1) / 6) < 1e-12)
    #expect(result.exactPersons == 1 && result.persons == 3 && result.truePersons == 3)
    #expect(result.reliability.map(\.count) == [1, 2, 3])
    #expect(result.reliability[0].real == 0 && result.reliability[1].real == 0.5 && result.reliability[2].real == 1)
  }

  @Test func `count pairs that were never compared as missed`() {
    let truth = [0, 0, 0, 1]
    let (score, reliability) = LinkEvaluation.pairs(
      [(first: 0, second: 1, probability: 0.9), (first: 0, second: 3, probability: 0.2)], threshold: 0.5, truth: truth)
    #expect(score == LinkEvaluation.Score(said: 1, right: 1, all: 3))
    #expect(abs(score.recall - 1.0 / 3) < 1e-12)
    #expect(reliability.map(\.count) == [1, 1] && reliability[0].real == 0)
  }

  @Test func `of nobody are no error`() {
    let result = LinkEvaluation(persons: [], truth: [], certainty: [])
    #expect(result.closure.f1 == 1 && result.records == 0)
  }
}
