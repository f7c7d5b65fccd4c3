package import Cryptography

/// What is said of all entries of a file of encodings: with what they were made, and nothing of anybody.
package struct EncodingHeader: Equatable, Sendable {
  /// A word without blanks.
  package var source: String
  package var project: String
  package var epoch: Int
  /// The fingerprint of the linkage key.
  package var key: String
  /// The public key of the key server in hexadecimal; nil without one.
  package var server: String?
  package var parameters: EncodingParameters
  package var entryCount: Int

  static let mark = "zicht-encoding"
  static let version = 1

  package init(
    source: String, key: LinkageKey, server: String? = nil, parameters: EncodingParameters, entryCount: Int
  ) {
    precondition(!source.isEmpty && !source.contains(where: \.isWhitespace), "a source is named by one word")
    (self.source, project, epoch, self.key) = (source, key.project, key.epoch, key.fingerprint)
    (self.server, self.parameters, self.entryCount) = (server, parameters, entryCount)
  }

  /// Lines of `name value`, and an empty one.
  var text: String {
    """
    \(Self.mark) \(Self.version)
    source \(source)
    project \(project)
    epoch \(epoch)
    key \(key)
    server \(server ?? "-")
    parameters \(parameters)
    entries \(entryCount)


    """
  }

  /// - Throws: `notAnEncoding`, `laterFormat` or `damaged`.
  init(text: String, file: String) throws(EncodingError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    guard lines.first?.first == Self.mark, lines[0].count == 2, let version = Int(lines[0][1]) else {
      throw .notAnEncoding(file: file)
    }
    guard version == Self.version else { throw .laterFormat(file: file, version: version) }
    let names = ["source", "project", "epoch", "key", "server", "parameters", "entries"]
    let fields = lines.dropFirst().prefix(names.count)
    guard fields.map({ $0.first }) == names, fields.allSatisfy({ $0.count == 2 }) else { throw .damaged(file: file) }
    let values = fields.map { $0[1] }
    guard let epoch = Int(values[2]), let parameters = EncodingParameters(values[5]), let count = Int(values[6]),
      count >= 0
    else { throw .damaged(file: file) }
    (source, project, self.epoch, key) = (values[0], values[1], epoch, values[3])
    (server, self.parameters, entryCount) = (values[4] == "-" ? nil : values[4], parameters, count)
  }

  /// - Throws: What makes encodings of `file` incomparable with those that have `expected`.
  package func check(against expected: EncodingHeader, file: String) throws(EncodingError) {
    guard project == expected.project else {
      throw .otherProject(file: file, project: project, expected: expected.project)
    }
    guard epoch == expected.epoch else { throw .otherEpoch(file: file, epoch: epoch, expected: expected.epoch) }
    guard key == expected.key else { throw .otherKey(file: file, key: key, expected: expected.key) }
    guard server == expected.server else { throw .otherServer(file: file) }
    let (bits, others) = (parameters.outputBits, expected.parameters.outputBits)
    guard bits == others else { throw .otherLength(file: file, bits: bits, expected: others) }
    guard parameters == expected.parameters else {
      throw .otherParameters(
        file: file, parameters: parameters.description, expected: expected.parameters.description)
    }
  }
}
