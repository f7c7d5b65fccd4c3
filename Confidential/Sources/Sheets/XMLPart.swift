import CExpat
import Glibc

/// The name of an element or attribute as the parser hands it over; valid only during that call.
struct XMLName {
  let qualified: UnsafePointer<CChar>
  /// The name behind its prefix.
  let local: UnsafePointer<CChar>

  init(_ qualified: UnsafePointer<CChar>) {
    self.qualified = qualified
    local = strchr(qualified, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0) + 1 } ?? qualified
  }

  /// Whether the local name is this; writers choose their own prefixes for the one vocabulary of a part.
  static func ~= (name: StaticString, element: XMLName) -> Bool { element.local.equals(name) }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard local - qualified == length + 1 else { return false }
    return prefix.withUTF8Buffer { memcmp(qualified, $0.baseAddress!, length) == 0 }
  }
}

extension UnsafePointer<CChar> {
  func equals(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      text.withMemoryRebound(to: CChar.self) { strncmp(self, $0.baseAddress!, $0.count) == 0 && self[$0.count] == 0 }
    }
  }
}

/// The attributes of an element; valid only during the call that hands them over.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) { self.list = list }

  /// The value of the attribute with this local name.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? { value { XMLName($0).local.equals(name) } }

  /// The value of the attribute with this prefix and name, as the writer spelled them.
  func bytes(qualified name: StaticString) -> UnsafeBufferPointer<UInt8>? { value { $0.equals(name) } }

  func string(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func string(qualified name: StaticString) -> String? {
    bytes(qualified: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// An `xsd:boolean` that is present and true.
  func isTrue(_ name: StaticString) -> Bool {
    bytes(name).map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
  }

  private func value(where matches: (UnsafePointer<CChar>) -> Bool) -> UnsafeBufferPointer<UInt8>? {
    guard let list else { return nil }
    var index = 0
    while let name = list[index], let value = list[index + 1] {
      if matches(name) {
        let length = strlen(value)
        return UnsafeRawPointer(value).withMemoryRebound(to: UInt8.self, capacity: length) {
          UnsafeBufferPointer(start: $0, count: length)
        }
      }
      index += 2
    }
    return nil
  }
}

/// Follows the elements of one part of a workbook.
protocol XMLPartReader: AnyObject {
  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws
  func end(_ element: XMLName) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

extension ZipArchive {
  /// Reads a part as XML while it is unpacked.
  ///
  /// - Throws: `documentTypeRefused` (office documents never have one, and it is the door to entity bombs),
  ///   `malformedPart`, what unpacking throws, and what `reader` throws.
  func readXML(_ part: String, with reader: some XMLPartReader) throws {
    let session = XMLSession(part: part, reader: reader)
    try unpack(part) { try session.parse($0) }
    try session.finish()
  }
}

/// One run of expat over one part.
private final class XMLSession {
  private let part: String
  private let reader: any XMLPartReader
  private let parser: XML_Parser?
  private var failure: (any Error)?
  private var depth = 0
  private var fed = 0

  /// Elements within each other: workbooks need about ten, and a deep nest is an attack on the stack. A decision.
  private static let depthLimit = 200
  /// A single tag may not be longer: expat keeps an unfinished one in memory as a whole.
  private static let tokenLimit = 1 << 20

  init(part: String, reader: some XMLPartReader) {
    self.part = part
    self.reader = reader
    parser = XML_ParserCreate(nil)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name else { return }
        XMLSession.of(data).begin(XMLName(name), XMLAttributes(attributes))
      },
      { data, name in
        guard let data, let name else { return }
        XMLSession.of(data).end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, length in
      guard let data, let text else { return }
      let count = Int(length)
      UnsafeRawPointer(text).withMemoryRebound(to: UInt8.self, capacity: count) {
        XMLSession.of(data).text(UnsafeBufferPointer(start: $0, count: count))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data else { return }
      let session = XMLSession.of(data)
      session.stop(SheetError.documentTypeRefused(part: session.part))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ data: UnsafeMutableRawPointer) -> XMLSession {
    Unmanaged<XMLSession>.fromOpaque(data).takeUnretainedValue()
  }

  func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    fed += bytes.count
    try bytes.withMemoryRebound(to: CChar.self) { try check(XML_Parse(parser, $0.baseAddress, Int32($0.count), 0)) }
    guard fed - Int(XML_GetCurrentByteIndex(parser)) <= Self.tokenLimit else { throw malformed }
  }

  func finish() throws { try check(XML_Parse(parser, nil, 0, 1)) }

  private func check(_ status: XML_Status) throws {
    if let failure { throw failure }
    guard status == XML_STATUS_OK else { throw malformed }
  }

  private var malformed: SheetError { .malformedPart(part, line: Int(XML_GetCurrentLineNumber(parser))) }

  private func stop(_ error: any Error) {
    if failure == nil { failure = error }
    XML_StopParser(parser, XML_Bool(0))
  }

  private func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= Self.depthLimit else { return stop(malformed) }
    do { try reader.begin(element, attributes) } catch { stop(error) }
  }

  private func end(_ element: XMLName) {
    guard failure == nil else { return }
    depth -= 1
    do { try reader.end(element) } catch { stop(error) }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    do { try reader.text(bytes) } catch { stop(error) }
  }
}
