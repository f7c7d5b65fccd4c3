import Model
import Protection

extension [[Cell]] {
  /// The cells as a policy that hides small counts lets it be seen how sure they are.
  ///
  /// Limits go with the number: of a hidden one nothing is left. Beside a shown one they are moved outwards to multiples of the
  /// smallest count that is shown, because how wide they are says how many notifications of the cell were put together, and an exact
  /// small difference would be a count of that.
  func withSpread(under rule: ProtectionRule) -> [[Cell]] {
    map { row in
      row.map { cell in
        guard let spread = cell.spread else { return cell }
        var cell = cell
        cell.spread = cell.value.quantity == nil ? nil : spread.coarsened(to: rule.minimum)
        return cell
      }
    }
  }
}

extension LinkageSpread {
  /// With limits outwards to multiples of a base.
  func coarsened(to base: Int) -> LinkageSpread {
    var result = self
    result.limits = limits.map {
      Limits($0.lower / base * base, ($0.upper + base - 1) / base * base)
    }
    return result
  }
}
