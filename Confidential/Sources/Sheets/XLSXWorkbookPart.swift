/// A sheet of a workbook, as its tab shows it.
public struct SheetInfo: Equatable, Sendable {
  public var name: String
  /// Whether the program that shows the workbook leaves its tab away.
  public var isHidden: Bool
}

/// What `xl/workbook.xml` says: the sheets in the order of their tabs, and the date system.
final class XLSXWorkbookPart: XMLPartReader {
  static let vocabulary: XMLVocabulary? = .spreadsheet

  struct Entry {
    var info: SheetInfo
    var relation: String
  }

  private(set) var sheets: [Entry] = []
  private(set) var is1904 = false

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "workbookPr":
      is1904 = attributes.isTrue("date1904")
    case "sheet":
      guard let name = attributes.string("name"), let relation = attributes.string("r:id") else { return }
      let state = attributes.string("state") ?? "visible"
      sheets.append(Entry(info: SheetInfo(name: name, isHidden: state != "visible"), relation: relation))
    default:
      break
    }
  }

  func end(_ element: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The relations of a part: which other part each identifier stands for.
final class XLSXRelations: XMLPartReader {
  static let vocabulary: XMLVocabulary? = .packageRelations

  struct Relation {
    var id: String
    /// The last component of the type: `worksheet`, `styles`; transitional and strict files differ only before it.
    var kind: String
    var target: String
  }

  private(set) var relations: [Relation] = []
  private let folder: String

  /// Reads the relations of a part, if it has any.
  init(of part: String, in archive: ZipArchive) throws {
    let slash = part.lastIndex(of: "/")
    folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let relationsPart = folder + "_rels/" + name + ".rels"
    guard archive.contains(relationsPart) else { return }
    try archive.readXML(relationsPart, with: self)
  }

  func target(ofKind kind: String) -> String? { relations.first { $0.kind == kind }?.target }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws {
    guard case "Relationship" = element, attributes.string("TargetMode") != "External",
      let id = attributes.string("Id"), let type = attributes.string("Type"), let target = attributes.string("Target")
    else { return }
    let kind = String(type.split(separator: "/").last ?? "")
    relations.append(Relation(id: id, kind: kind, target: try resolved(target)))
  }

  func end(_ element: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The name of a part from a target that may be relative to the folder or, with a slash, to the archive.
  private func resolved(_ target: String) throws(SheetError) -> String {
    var components: [Substring] = target.hasPrefix("/") || target.hasPrefix("\\") ? [] : folder.split(separator: "/")
    // Some writers part folders as Windows does.
    for component in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where component != "." {
      if component != ".." {
        components.append(component)
      } else if components.popLast() == nil {
        throw .damaged(.unsafeName)
      }
    }
    return components.joined(separator: "/")
  }
}
