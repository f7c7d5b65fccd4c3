public import Model

@testable import Reconstruction

extension Figure {
  /// What a figure over cases counts, to change it; a test that asks this of another figure is wrong.
  var counted: Counted {
    get {
      guard case .counted(let counted) = numbers else { preconditionFailure("the figure is not counted") }
      return counted
    }
    set { numbers = .counted(newValue) }
  }
}

extension RankedFigure {
  init(_ figure: Figure, _ published: [PublishedCell]) { self.init(figure, figure.counted, published) }
}

/// Values as they lie in a column, for tests that hold the layout.
extension PackedValue: @retroactive ExpressibleByIntegerLiteral {
  public init(integerLiteral bits: UInt64) { self.init(bits: bits) }
}
