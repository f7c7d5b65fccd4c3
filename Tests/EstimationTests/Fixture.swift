@testable import Estimation
import Foundation
import Invented
import Testing

/// The files beside the tests.
enum Fixture {
  static func text(_ name: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil))
    return try String(contentsOf: url, encoding: .utf8)
  }

  static func table(_ name: String) throws -> CaptureHistories {
    try CaptureHistories(parsing: text(name + ".csv"))
  }

  static func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").map { line in
      var fields: [String] = []
      var field = ""
      var quoted = false
      for character in line {
        if character == "\"" {
          quoted.toggle()
        } else if character == ",", !quoted {
          fields.append(field)
          field = ""
        } else {
          field.append(character)
        }
      }
      return fields + [field]
    }
  }

  /// Value by `dataset|method|quantity`.
  static let reference: [String: String] = {
    let lines = (try? rows("reference.csv")) ?? []
    return Dictionary(lines.map { ("\($0[0])|\($0[1])|\($0[2])", $0[3]) }, uniquingKeysWith: { first, _ in first })
  }()

  static func value(_ dataset: String, _ method: String, _ quantity: String) throws -> Double {
    let text = try #require(reference["\(dataset)|\(method)|\(quantity)"])
    return try #require(Double(text))
  }

  static let datasets = [
    "UKdat", "UKdat_5", "Ned", "Ned_5", "NewOrl_185", "Kosovo", "Artificial_3", "MadiganYork_3", "MadiganYork_5",
  ]
}

/// The distance between two numbers relative to the second.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  abs(value - expected) / max(abs(expected), .leastNormalMagnitude)
}

extension ReplicateTables {
  /// The tables of a fixture: plain text with a heading of histories, and perhaps the `estimate` of other software.
  init(parsing text: String, lists: Int) throws {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let names = try #require(rows.first)
    let columns = names.indices.filter { names[$0] != "estimate" }
    let given = names.firstIndex(of: "estimate")
    self.init(
      histories: try columns.map { try #require(ReplicateTables.history(named: String(names[$0]), lists: lists)) },
      counts: try rows.dropFirst().map { row in try columns.map { try #require(Int(row[$0])) } },
      estimates: rows.dropFirst().map { row in given.flatMap { Double(row[$0]) } })
  }
}
