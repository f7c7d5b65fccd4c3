import Model
import Sheets

/// Rows that are kept in memory until it is known what of them may stay. What nobody reads is gone from them already.
struct WaitingRows: ~Copyable {
  /// The rows, one frame each.
  var encoder = KeptSheetEncoder()
  private(set) var rows: [Row] = []
  /// By column.
  var keepings: [KeptDelivery.Column.Keeping] = []

  struct Row {
    var number: Int
    /// The bytes of its frame.
    var frame: Range<Int>
    /// Whether something stands in the column of the person, and in one with a personal detail.
    var hasKey = false
    var hasDetail = false

    /// Whether something of it may not stay.
    func isChanged(in lane: Lane?) -> Bool {
      switch lane {
      case nil, .identified: false
      case .pseudonymous: hasDetail
      case .countOnly: hasDetail || hasKey
      }
    }
  }

  mutating func append(_ row: borrowing SheetRow) {
    var (hasKey, hasDetail) = (false, false)
    encoder.beginRow(row)
    for column in 0..<row.count {
      guard column < keepings.count else {
        // Of a cell too many only stays that it is there.
        if VisibleText.isBlank(row[column].bytes) {
          encoder.append(row, column)
        } else {
          encoder.append(KeptDelivery.placeholder, .withheld)
        }
        continue
      }
      switch keepings[column] {
      case .nothing:
        encoder.append("")
        continue
      case .values: break
      case .person: if !row[column].isEmpty { hasKey = true }
      case .identity: if !row[column].isEmpty { hasDetail = true }
      }
      encoder.append(row, column)
    }
    rows.append(Row(number: row.number, frame: encoder.endRow(), hasKey: hasKey, hasDetail: hasDetail))
  }

  /// By row its lane; nil for one that was set aside.
  func lanes(in batch: DeliveryBatch?) -> [Lane?] {
    var next = 0
    return rows.map { row in
      guard let batch, next < batch.sourceRow.count, Int(batch.sourceRow[next]) == row.number else { return nil }
      defer { next += 1 }
      return Lane.allCases[Int(batch.lane[next])]
    }
  }

  mutating func removeAll() {
    encoder.removeAll()
    rows.removeAll(keepingCapacity: true)
  }
}
