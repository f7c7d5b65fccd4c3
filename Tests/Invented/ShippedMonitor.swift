import Foundation

/// Where the monitors that ship with the project lie.
package enum ShippedMonitor {
  package static let root: String = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  package static let landelijk = root + "/monitors/landelijk-2015-2019"
}

/// A file written by another program, beside the tests of the readers.
package func fixture(_ name: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(filePath: ShippedMonitor.root + "/Tests/SheetsTests/SheetFixtures/" + name)))
}
