/// What linking reads: records with their columns by role, as numbers of distinct values.
public struct LinkTable: Sendable {
  package struct Column: Sendable {
    package var role: LinkRole
    package var values = ValueDictionary()
    /// For each record the number of its value; -1 where there is none.
    package var codes: [Int32] = []

    package init(role: LinkRole) { self.role = role }
  }

  public internal(set) var recordCount = 0
  package var columns: [Column] = []
  /// For each record the number of the file that it came from.
  package var files: [UInt8] = []

  public init() {}

  /// The place of the column of a role, which is made when there is none yet.
  public mutating func place(of role: LinkRole) -> Int {
    if let place = columns.firstIndex(where: { $0.role == role }) { return place }
    var column = Column(role: role)
    column.codes = [Int32](repeating: -1, count: recordCount)
    columns.append(column)
    return columns.count - 1
  }

  /// The number of the file of a record.
  public func file(of record: Int) -> Int { Int(files[record]) }

  public var roles: [LinkRole] { columns.map(\.role) }

  /// Begins a record of a file; its values follow.
  public mutating func addRecord(file: Int) {
    for place in columns.indices { columns[place].codes.append(-1) }
    files.append(UInt8(truncatingIfNeeded: file))
    recordCount += 1
  }

  /// Gives the last record its value of a column; blanks around it do not count, and an empty value is none.
  public mutating func set(_ place: Int, _ value: UnsafeBufferPointer<UInt8>) {
    var (start, end) = (0, value.count)
    while start < end, value[start] <= 0x20 { start += 1 }
    while end > start, value[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return }
    columns[place].codes[recordCount - 1] = columns[place].values.code(
      of: UnsafeBufferPointer(rebasing: value[start..<end]))
  }

  /// About how many bytes it takes to link a table: what was measured at a million records, rounded up.
  public static func bytes(records: Int, columns: Int) -> Int { 60_000_000 + records * (600 + 24 * columns) }

  /// The value of a record in a column; nil where there is none.
  public func value(_ record: Int, _ role: LinkRole) -> String? {
    guard let column = column(role), column.codes[record] >= 0 else { return nil }
    return column.values.withValue(column.codes[record]) { String(decoding: $0, as: UTF8.self) }
  }

  /// A record whose name an earlier record of the same file has: both, counted from 0.
  public func repeatedRecord() -> (first: Int, second: Int)? {
    guard let column = column(.record) else { return nil }
    // Records of a file stand together, so the last record of a name is of this file if any is.
    var last = [Int32](repeating: -1, count: column.values.count)
    for record in 0..<recordCount where column.codes[record] >= 0 {
      let code = Int(column.codes[record])
      if last[code] >= 0, files[Int(last[code])] == files[record] { return (Int(last[code]), record) }
      last[code] = Int32(record)
    }
    return nil
  }

  package func column(_ role: LinkRole) -> Column? { columns.first { $0.role == role } }

  /// The records in an order that their content alone decides: by file-independent hashes of all values, so that neither
  /// the order of rows nor that of files matters to what is computed. Records alike in everything keep their order.
  package func canonicalOrder() -> [Int32] {
    var keys = [UInt64](repeating: 0, count: recordCount)
    for column in columns {
      let salt = Hash.mixed(UInt64(LinkRole.allCases.firstIndex(of: column.role) ?? 0))
      column.values.hashes.withUnsafeBufferPointer { hashes in
        for record in 0..<recordCount where column.codes[record] >= 0 {
          keys[record] &+= Hash.combined(salt, hashes[Int(column.codes[record])])
        }
      }
    }
    var order = (0..<recordCount).map { KeyedRecord(key: keys[$0], record: UInt32($0)) }
    order.sortByKey()
    return order.map { Int32($0.record) }
  }

  /// The same records in another order, or some of them.
  package func ordered(_ order: [Int32]) -> LinkTable {
    var result = self
    result.recordCount = order.count
    result.files = order.map { files[Int($0)] }
    for place in columns.indices { result.columns[place].codes = order.map { columns[place].codes[Int($0)] } }
    return result
  }
}

/// A record with a key to sort by.
package struct KeyedRecord {
  package var key: UInt64
  package var record: UInt32
}

extension [KeyedRecord] {
  /// Sorts by key, stably: radix sort of eleven bits at a time; passes in which all digits are equal are skipped.
  package mutating func sortByKey() {
    var other = self
    var shift = 0
    while shift < 64 {
      var counts = [Int](repeating: 0, count: 2048)
      for each in self { counts[Int(each.key >> shift & 2047)] += 1 }
      if !counts.contains(count) {
        var sum = 0
        for digit in counts.indices { (counts[digit], sum) = (sum, sum + counts[digit]) }
        for each in self {
          let digit = Int(each.key >> shift & 2047)
          other[counts[digit]] = each
          counts[digit] += 1
        }
        swap(&self, &other)
      }
      shift += 11
    }
  }
}
