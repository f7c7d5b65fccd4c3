import Glibc

/// The XML namespaces of the parts that are read: what an element means, its namespace says and no prefix of a writer.
enum XMLVocabulary: CaseIterable {
  /// SpreadsheetML, transitional and strict (ISO 29500-1, 29500-4).
  case spreadsheet
  /// The part that says which other parts there are (ISO 29500-2).
  case packageRelations
  /// The attribute by which a sheet names its part, transitional and strict.
  case relations
  /// Alternatives for programs that know more (ISO 29500-3).
  case compatibility
  // Of ISO 26300.
  case office, table, text, style, drawing, manifest
  /// What LibreOffice adds to a cell.
  case calc
  /// A part without namespaces.
  case none
  case other

  /// How elements and attributes of the vocabulary are written in this package, whatever the writer's own prefix.
  var prefix: StaticString {
    switch self {
    case .relations: "r"
    case .compatibility: "mc"
    case .office: "office"
    case .table: "table"
    case .text: "text"
    case .style: "style"
    case .drawing: "draw"
    case .manifest: "manifest"
    case .calc: "calcext"
    case .spreadsheet, .packageRelations, .none, .other: ""
    }
  }

  /// By the length of the name first: every element and attribute of a workbook comes by here.
  init(_ name: UnsafePointer<CChar>, length: Int) {
    func named(_ known: StaticString, _ vocabulary: XMLVocabulary) -> XMLVocabulary? {
      known.utf8CodeUnitCount == length && memcmp(known.utf8Start, name, length) == 0 ? vocabulary : nil
    }
    let open: StaticString = "urn:oasis:names:tc:opendocument:xmlns:"
    if length > open.utf8CodeUnitCount, memcmp(open.utf8Start, name, open.utf8CodeUnitCount) == 0 {
      self =
        named("urn:oasis:names:tc:opendocument:xmlns:table:1.0", .table)
        ?? named("urn:oasis:names:tc:opendocument:xmlns:office:1.0", .office)
        ?? named("urn:oasis:names:tc:opendocument:xmlns:text:1.0", .text)
        ?? named("urn:oasis:names:tc:opendocument:xmlns:style:1.0", .style)
        ?? named("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", .drawing)
        ?? named("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", .manifest) ?? .other
      return
    }
    self =
      named("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .spreadsheet)
      ?? named("http://purl.oclc.org/ooxml/spreadsheetml/main", .spreadsheet)
      ?? named("http://schemas.openxmlformats.org/package/2006/relationships", .packageRelations)
      ?? named("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relations)
      ?? named("http://purl.oclc.org/ooxml/officeDocument/relationships", .relations)
      ?? named("http://schemas.openxmlformats.org/markup-compatibility/2006", .compatibility)
      ?? named("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", .calc) ?? .other
  }
}

/// The name of an element or attribute as the parser hands it over; valid only during that call.
struct XMLName {
  let vocabulary: XMLVocabulary
  /// The name in its vocabulary.
  let local: UnsafePointer<CChar>

  /// Stands between the namespace and the name; no namespace holds it.
  static let separator = CChar(0x0A)

  init(_ expanded: UnsafePointer<CChar>) {
    guard let mark = strrchr(expanded, Int32(Self.separator)) else {
      (vocabulary, local) = (.none, expanded)
      return
    }
    vocabulary = XMLVocabulary(expanded, length: mark - UnsafeMutablePointer(mutating: expanded))
    local = UnsafePointer(mark) + 1
  }

  /// Whether this is the name: `row`, or with the prefix of its vocabulary `table:table-row`.
  static func ~= (name: StaticString, element: XMLName) -> Bool {
    let (start, length) = (name.utf8Start, name.utf8CodeUnitCount)
    guard let colon = memchr(start, Int32(UInt8(ascii: ":")), length) else { return element.isCalled(start, length) }
    let prefixLength = UnsafeRawPointer(colon) - UnsafeRawPointer(start)
    let rest = length - prefixLength - 1
    guard element.isCalled(start + prefixLength + 1, rest) else { return false }
    let prefix = element.vocabulary.prefix
    return prefix.utf8CodeUnitCount == prefixLength && memcmp(prefix.utf8Start, start, prefixLength) == 0
  }

  private func isCalled(_ name: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    strncmp(local, UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), length) == 0 && local[length] == 0
  }
}

/// The attributes of an element; valid only during the call that hands them over.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  /// The value of the attribute with this name, and with the prefix of its vocabulary if it has one: `r`, `r:id`.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let list else { return nil }
    let isPrefixed = memchr(name.utf8Start, Int32(UInt8(ascii: ":")), name.utf8CodeUnitCount) != nil
    var index = 0
    while let attribute = list[index], let value = list[index + 1] {
      let written = XMLName(attribute)
      if isPrefixed || written.vocabulary == .none, name ~= written {
        let length = strlen(value)
        return UnsafeRawPointer(value).withMemoryRebound(to: UInt8.self, capacity: length) {
          UnsafeBufferPointer(start: $0, count: length)
        }
      }
      index += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// An `xsd:boolean` that is present and true.
  func isTrue(_ name: StaticString) -> Bool {
    bytes(name).map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
  }
}
