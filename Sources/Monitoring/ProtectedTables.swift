package import Model

/// Tables as they can go out, whatever was done to them.
package protocol ProtectedTables: Encodable {
  /// Whether they are as the policy asks.
  var isMet: Bool { get }
  func lines(in language: Language) -> [String]
  func write(to folder: String) throws(MonitoringError)
}
