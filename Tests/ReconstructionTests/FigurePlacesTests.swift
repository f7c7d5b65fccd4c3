@testable import Model
import Tabulation
import Testing

@testable import Reconstruction

@Suite struct `Places of a figure` {
  /// The slow way round: adding up what single records add gives what counting them gives.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `add up to what tabulation counts`(_ seed: UInt64) throws {
    let monitor = try TinyMonitor.monitor()
    var generator = SeededGenerator(seed: seed)
    let kites = (0..<60).map { _ -> TinyMonitor.Kite in
      let reporters = ["north", "south", "hidden", "north+south", "south+hidden", "north+south+hidden"]
      return (
        ["2020", "2021"][generator.below(2)], ["red", "blue", "unknown"][generator.below(3)],
        reporters[generator.below(reporters.count)], generator.below(4) == 0 ? "unknown" : String(generator.below(40))
      )
    }
    let cases = try TinyMonitor.cases(kites, in: monitor)
    for cell in try TinyMonitor.published(from: cases, in: monitor) {
      let figure = try #require(monitor.figure(named: cell.figure))
      let places = FigurePlaces(figure, try TinyMonitor.counted(by: figure), over: cases)
      switch try #require(try places.functional(of: cell)) {
      case .sum(let weights): #expect(Int(weights.reduce(0, +)) == cell.scaledValue, "\(cell.place)")
      case .mean(let values, let weights):
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let mean = Quantity(numerator: Int(sum), denominator: Int(weights.reduce(0, +)), decimals: 1)
        #expect(mean.scaled == cell.scaledValue, "\(cell.place)")
      case .within: Issue.record("the tiny monitor has no lowest, highest or middle values")
      }
    }
  }

  @Test func `do not exist for words the figure does not have`() throws {
    let monitor = try TinyMonitor.monitor()
    let cases = try TinyMonitor.cases(TinyMonitor.kites, in: monitor)
    let figure = try #require(monitor.figure(named: "colours"))
    let cell = PublishedCell(
      figure: "colours", measure: "vliegers naar kleur", rowAxis: "kleur", row: "Groen", columnAxis: "jaar",
      column: "2020", scaledValue: 1, decimals: 0, isTotal: false)
    #expect(try FigurePlaces(figure, TinyMonitor.counted(by: figure), over: cases).functional(of: cell) == nil)
  }
}
