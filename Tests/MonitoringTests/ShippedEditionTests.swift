import Disclosure
import Foundation
import Invented
import Model
import Monitoring
import Reporting
import Testing

@testable import Charts

/// What holds of every picture of the five editions that ship with the project.
@Suite struct ShippedEditionTests {
  static let names = [
    "landelijk-2015-2019", "regio-rotterdam-2021", "regio-rotterdam-2022", "regio-rotterdam-2024", "chat-2020",
  ]

  /// An edition, built in a workspace of its own.
  static func built(_ name: String) async throws -> (edition: Edition, publication: Publication) {
    try await built(at: ShippedMonitor.root + "/monitors/" + name)
  }

  static func built(at monitor: String) async throws -> (edition: Edition, publication: Publication) {
    let temporary = try Invented.TemporaryFolder()
    let folder = URL(filePath: temporary.path)
    let opened = try OpenedMonitor(monitor)
    let place = WorkspacePlace(
      folder.appending(path: "workspace"), key: .keys(KeyFolder(folder.appending(path: "keys"))),
      deliveries: opened.folder.appending(path: "deliveries"))
    let settings = MonitorBuild.Settings(
      workers: 2, version: "1", occasion: MonitorOnDisk.noon, output: folder.appending(path: "edition"))
    var build = MonitorBuild(of: opened, in: try place.open(), settings: settings, progress: { _ in }) { _ in }
    return try await build.edition(writing: false)
  }

  @Test(arguments: names)
  func `no word of any picture touches another or is clipped, and no number lies on a line`(_ name: String) async throws
  {
    let edition = try await Self.built(name).edition
    var count = 0
    for file in edition.files where file.path.hasSuffix(".html") || file.path.hasSuffix(".svg") {
      for drawing in String(decoding: file.bytes, as: UTF8.self).drawings where drawing.contains("class=\"chart\"") {
        let geometry = try #require(ChartGeometry(svg: drawing), "\(file.path)")
        #expect(geometry.complaints == [], "\(file.path)")
        count += 1
      }
    }
    #expect(count >= 20)
  }

  @Test(arguments: names)
  func `a category has one colour in the whole edition, and no two of a picture have the same`(_ name: String)
    async throws
  {
    let publication = try await Self.built(name).publication
    let tables = publication.tables.filter { !$0.shape.figure.isEmpty }
    let colours = CategoryColours(tables)
    var styles: [String: String] = [:]
    var seen = 0
    for table in tables {
      let data = ChartData(table, in: .nl, colours: colours)
      guard data.needsColours else { continue }
      #expect(data.isColoured, "\(table.shape.figure)")
      #expect(Set(data.series.map(\.style.name)).count == data.series.count, "\(table.shape.figure)")
      #expect(Set(data.series.map(\.style.fill)).count == data.series.count, "\(table.shape.figure)")
      for series in data.series {
        seen += 1
        let style = "\(series.style.fill) \(series.style.texture) \(series.style.line)"
        #expect(styles[series.label, default: style] == style, "\(series.label) in \(table.shape.figure)")
        styles[series.label] = style
      }
    }
    #expect(seen > 0 || name == "regio-rotterdam-2021")
  }

  @Test func `two builds give the same pictures`() async throws {
    let (one, other) = (try await Self.built("regio-rotterdam-2024"), try await Self.built("regio-rotterdam-2024"))
    #expect(one.edition.files == other.edition.files)
  }
}
