import Disclosure
import Foundation
import Invented
import Model
import Monitoring
import Testing

@testable import Charts
@testable import Reporting

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

  @Test(arguments: names)
  func `every number in a picture is one of its table, and no number is there more often`(_ name: String) async throws {
    let (edition, publication) = try await Self.built(name)
    var count = 0
    for table in publication.tables where table.shape.chart != .none {
      for language in Language.allCases {
        let id = table.shape.figure.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        let pages = edition.files.filter { $0.path == EditionPath.figure(table.shape.figure, language) }
        let drawings = pages.flatMap { String(decoding: $0.bytes, as: UTF8.self).drawings }
          .filter { $0.contains("\"\(id)-wide-title\"") || $0.contains("\"\(id)-narrow-title\"") }
        #expect(drawings.count == 2 || drawings.isEmpty, "\(table.shape.figure)")
        for drawing in drawings {
          let geometry = try #require(ChartGeometry(svg: drawing))
          count += try Self.expectNumbers(of: geometry, in: table, language)
        }
      }
    }
    #expect(count > 50)
  }

  /// How many numbers were compared.
  private static func expectNumbers(of geometry: ChartGeometry, in table: PublishedTable, _ language: Language) throws
    -> Int
  {
    var marks: [String: Int] = [:]
    for (row, cells) in zip(table.shape.rows, table.cells) {
      for cell in cells {
        let unit = row.unit == .perCent ? "%" : ""
        marks[CellText(cell, in: language, unit: unit).mark, default: 0] += 1
        if let rank = cell.rank { marks["\(rank)", default: 0] += 1 }
      }
    }
    let names = table.shape.columns.map { $0.label[language] } + table.shape.rows.map { $0.reading(in: language) }
    let told = Set(names.flatMap { $0.split(separator: " ").map(String.init) })
    var count = 0
    for word in geometry.words where !word.classes.isDisjoint(with: ["value", "total", "aside"]) {
      // `2015-2019: 5.887` is a column and its number.
      let text = word.text.split(separator: ": ").last.map(String.init) ?? word.text
      guard text.contains(where: \.isNumber), !names.contains(text),
        !text.split(separator: " ").allSatisfy({ told.contains(String($0)) }) || marks[text] != nil
      else { continue }
      marks[text, default: 0] -= 1
      count += 1
      #expect(marks[text, default: 0] >= 0, "\(table.shape.figure), \(language): \(word.text)")
    }
    return count
  }

  @Test(arguments: names)
  func `an explanation has a letter exactly where the picture of its page has it`(_ name: String) async throws {
    for file in try await Self.built(name).edition.files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      guard page.contains("id=\"explanations\"") else { continue }
      let listed = page.matches(of: #/<span class="letter">([a-z]+)<\/span>/#).map { String($0.output.1) }
      let drawn = page.matches(of: #/class="letter-box"[^>]*><\/rect><text[^>]*>([a-z ]+)<\/text>/#)
        .flatMap { $0.output.1.split(separator: " ").map(String.init) }
      #expect(Set(listed) == Set(drawn), "\(file.path)")
    }
  }

  @Test func `two builds give the same pictures`() async throws {
    let (one, other) = (try await Self.built("regio-rotterdam-2024"), try await Self.built("regio-rotterdam-2024"))
    #expect(one.edition.files == other.edition.files)
  }
}
