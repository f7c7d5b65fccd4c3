import Cryptography
import Protection

extension PublishedCells {
  /// The cells of this edition, each changed by chance: by its cell key, which is that of its name and count under a secret.
  ///
  /// So the same cell is changed alike in every table and, while its count stays, in every edition. Cells with the same members are
  /// changed alike too: they share the key of the one with the shortest name. What an earlier edition showed stays, where the
  /// count can still be that.
  func perturbed(
    _ rows: HiddenRows, by table: PerturbationTable, with key: AuthenticationKey, shown: [Int: Int]
  ) -> RoundedCells {
    let system = alone(rows)
    let units = units
    let names = (0..<system.count).map { keyName($0, unit: units[population(of: $0)] ?? "") }
    let representatives = system.representatives { first, second in
      (names[first].count, names[first]) < (names[second].count, names[second])
    }
    return system.perturbed(by: table, representatives: representatives, shown: shown) { cell, count in
      Self.number(key, names[cell], count)
    }
  }

  /// What a cell is called in every edition: its unit of count, and its categories in the order of the alphabet.
  private func keyName(_ cell: Int, unit: String) -> String {
    unit.lowercased() + "\u{1E}"
      + categories(of: cell).map { $0.dimension.lowercased() + "\u{1F}" + $0.category.lowercased() }.sorted()
      .joined(separator: "\u{1E}")
  }

  private static func number(_ key: AuthenticationKey, _ name: String, _ count: Int) -> UInt64 {
    key.tag(of: Array("cell\u{1D}\(name)\u{1D}\(count)".utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
