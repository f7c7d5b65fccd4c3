import Model

@testable import Consistency

/// Cells, reports and tables from lines that can be checked by eye.
enum Invented {
  /// `figure | measure | geslacht=Vrouw; jaar=2019 | 24.7 % | total, inferred | note`; all after the number is
  /// optional.
  ///
  /// A number that cannot be read (`-`) is a cell without one.
  static func cell(_ line: String) -> TableCell {
    let parts = fields(of: line, at: "|")
    func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
    let dimensions = fields(of: part(2), at: ";").filter { !$0.isEmpty }.map { pair in
      let halves = fields(of: pair, at: "=")
      return TableCell.Dimension(name: halves[0], value: halves[1])
    }
    let quantity = part(3).split(separator: " ", maxSplits: 1).map(String.init)
    let number = quantity.first.flatMap(TableCell.number)
    let flags = fields(of: part(4), at: ",")
    return TableCell(
      figure: part(0), measure: part(1), dimensions: dimensions, value: number?.value, decimals: number?.decimals ?? 0,
      unit: quantity.count > 1 ? quantity[1] : "", isTotal: flags.contains("total"),
      status: flags.compactMap(TableCell.Status.init(rawValue:)).first ?? .printed, note: part(5))
  }

  static func report(_ lines: [String], figures: [FigureEntry] = []) -> PublishedReport {
    PublishedReport(name: "verzonnen", cells: lines.map(cell), figures: figures)
  }

  static func tables(_ lines: [String], figures: [FigureEntry] = []) -> Tables {
    Tables(report(lines, figures: figures))
  }

  /// Rows of one figure and measure by column: `table("fig-1 | slachtoffers | slachtoffers", rows: "geslacht", …)`.
  ///
  /// A row or column called *Totaal* is marked as a total; an empty number is left out.
  static func table(
    _ figure: String, _ measure: String, unit: String = "slachtoffers", rows: String, columns: String,
    _ header: [String], _ body: [(String, [Int?])]
  ) -> [String] {
    body.flatMap { row, numbers in
      zip(header, numbers).compactMap { column, number in
        number.map {
          let isTotal = row == "Totaal" || column == "Totaal"
          return
            "\(figure) | \(measure) | \(rows)=\(row); \(columns)=\(column) | \($0) \(unit)\(isTotal ? " | total" : "")"
        }
      }
    }
  }

  private static func fields(of text: String, at mark: Character) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).map { field in
      String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension Tables {
  /// Read and derived, as all rules get them.
  var allSeries: [Series] { readSeries() + derivedSeries() }
}

extension LinearRelation {
  /// `sum: +0 -1 -2 = 0`, `bound: +3 -5 <= 0`: kind, signed numbers of cells, comparison.
  var text: String {
    let signed = terms.map { term in
      let size = abs(term.sign) == 1 ? "" : NumberText.plain(abs(term.sign)) + "*"
      return (term.sign < 0 ? "-" : "+") + size + "\(term.cell)"
    }
    let end =
      switch comparison {
      case .zero: "= 0"
      case .atMost(let limit): "<= " + NumberText.plain(limit)
      case .within(let low, let high): "from \(low) to \(high)"
      }
    return "\(kind): " + (signed + [end]).joined(separator: " ")
  }
}

extension Contradiction {
  /// `sum error fig-1: 20 for 21`: everything but the cells and the sentence.
  var summary: String { "\(kind.rawValue) \(severity.rawValue) \(figure): \(expected) for \(published)" }
}

extension Place {
  /// `2019 geslacht=vrouw`; `-` for no period.
  var text: String {
    ([period?.printed.nl ?? "-"] + categories.map { "\($0.dimension)=\($0.label)" }).joined(separator: " ")
  }
}

extension Series {
  /// `slachtoffers Vrouw [Vrouw] 2019: +0; 2020: +1`: label, anchor, and signed cells by place.
  var text: String {
    let numbers = places.map { place in
      place.text + ": "
        + (values[place] ?? []).map { ($0.sign < 0 ? "-" : "+") + "\($0.cell)" }.joined(separator: " ")
    }
    return label.text + (anchor.map { " [\($0.text)]" } ?? "") + " " + numbers.joined(separator: "; ")
  }
}
