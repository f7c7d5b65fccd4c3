import CExpat

/// Follows the elements of one part of a workbook.
protocol XMLPartReader: AnyObject {
  /// The vocabulary of the part. What is of another is not handed out, and nothing within it; nil: all is handed out.
  static var vocabulary: XMLVocabulary? { get }
  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws
  func end(_ element: XMLName) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

extension ZipArchive {
  /// Reads a part as XML while it is unpacked.
  ///
  /// - Throws: `documentTypeRefused` (office documents never have one, and it is the door to entity bombs),
  ///   `malformedPart`, what unpacking throws, and what `reader` throws.
  func readXML<Reader: XMLPartReader>(_ part: String, with reader: Reader) throws {
    let session = XMLSession(part: part, reader: reader, vocabulary: Reader.vocabulary)
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
  private let vocabulary: XMLVocabulary?
  /// The vocabulary of the outermost element: that of the part, or none.
  private var root: XMLVocabulary?
  private var depth = 0
  /// Depth within an element that is not handed out.
  private var skipDepth = 0
  private var fed = 0

  /// Elements within each other: workbooks need about ten, and a deep nest is an attack on the stack. A decision.
  private static let depthLimit = 200
  /// A single tag may not be longer: expat keeps an unfinished one in memory as a whole.
  private static let tokenLimit = 1 << 20

  init(part: String, reader: some XMLPartReader, vocabulary: XMLVocabulary?) {
    self.part = part
    self.reader = reader
    self.vocabulary = vocabulary
    parser = XML_ParserCreateNS(nil, XMLName.separator)
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
    if skipDepth > 0 || isForeign(element) {
      skipDepth += 1
    } else if !isAlternative(element) {
      do { try reader.begin(element, attributes) } catch { stop(error) }
    }
  }

  private func end(_ element: XMLName) {
    guard failure == nil else { return }
    depth -= 1
    if skipDepth > 0 {
      skipDepth -= 1
    } else if !isAlternative(element) {
      do { try reader.end(element) } catch { stop(error) }
    }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, skipDepth == 0 else { return }
    do { try reader.text(bytes) } catch { stop(error) }
  }

  /// Elements of another vocabulary are extensions; in `extLst` all is an extension, whatever it is called.
  private func isForeign(_ element: XMLName) -> Bool {
    guard let vocabulary, !isAlternative(element) else { return false }
    if root == nil { root = element.vocabulary == .none ? XMLVocabulary.none : vocabulary }
    if element.vocabulary != root { return true }
    if case "extLst" = element { return true }
    return false
  }

  /// Of `AlternateContent` the fallback is what holds for a program that knows no extension (ISO 29500-3, 10).
  private func isAlternative(_ element: XMLName) -> Bool {
    guard vocabulary != nil, element.vocabulary == .compatibility else { return false }
    switch element {
    case "AlternateContent", "Fallback": return true
    default: return false
    }
  }
}
