import Sheets

/// Rows that are kept in memory until it is known what of them may stay.
struct WaitingRows {
  /// A cell, for as long as the rows wait.
  struct Cell {
    var value: UnsafeBufferPointer<UInt8>
    /// What it shows; the value itself where that does not differ.
    var shown: UnsafeBufferPointer<UInt8>
    var traits: CellTraits
  }

  private struct Place {
    var start: Int
    var count: Int
    var traits: CellTraits
  }

  private var rows: [KeptRow] = []
  private var places: [Place] = []
  private var bytes: [UInt8] = []

  mutating func append(_ row: borrowing SheetRow) {
    rows.append(KeptRow(row))
    for column in 0..<row.count {
      let (value, traits) = (row[column].bytes, row.traits(at: column))
      places.append(Place(start: bytes.count, count: value.count, traits: traits))
      bytes.append(contentsOf: value)
      if traits.shownLength > 0 { bytes.append(contentsOf: row.shown(column).bytes) }
    }
  }

  /// Hands out the rows in their order, with their cells.
  func forEach(_ body: (KeptRow, [Cell]) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var next = 0
      var cells: [Cell] = []
      for row in rows {
        cells.removeAll(keepingCapacity: true)
        for place in places[next..<next + row.count] {
          let end = place.start + place.count
          let value = UnsafeBufferPointer(rebasing: bytes[place.start..<end])
          let shownEnd = end + Int(place.traits.shownLength)
          let shown = shownEnd > end ? UnsafeBufferPointer(rebasing: bytes[end..<shownEnd]) : value
          cells.append(Cell(value: value, shown: shown, traits: place.traits))
        }
        next += row.count
        body(row, cells)
      }
    }
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
