@testable import Model

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
