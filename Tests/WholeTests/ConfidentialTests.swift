import Foundation
import Testing

/// What was delivered can be read inside the package `Confidential` only. Here small offenders are compiled against the
/// built modules, as a file of the rendering targets would be, and each has to be refused.
@Suite struct `What is confidential cannot be rendered` {
  struct Offender: CustomTestStringConvertible, Sendable {
    var what: String
    var code: String
    /// The name that the compiler refuses.
    var refused: String

    var testDescription: String { what }
  }

  static let offenders: [Offender] = [
    Offender(
      what: "reading the cells of a table", code: "func f(_ table: ConfidentialTable) -> Any { table.cells }",
      refused: "'cells' is inaccessible due to 'package' protection level"),
    Offender(
      what: "making a table", code: "func f(_ shape: TableShape) -> Any { ConfidentialTable(shape: shape, cells: []) }",
      refused: "'ConfidentialTable' initializer is inaccessible due to 'package' protection level"),
    Offender(
      what: "making a published table",
      code: "func f(_ shape: TableShape) -> Any { PublishedTable(shape: shape, cells: []) }",
      refused: "'PublishedTable' initializer is inaccessible due to 'internal' protection level"),
    Offender(
      what: "reading how many cases there are", code: "func f(_ account: ConfidentialAccount) -> Any { account.cases }",
      refused: "'cases' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading what a rule left out",
      code: "func f(_ account: ConfidentialAccount) -> Any { account.exclusions }",
      refused: "'exclusions' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading rows by delivery", code: "func f(_ account: ConfidentialAccount) -> Any { account.deliveries }",
      refused: "'deliveries' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading the report of the rules",
      code: "func f(_ report: ClassificationReport) -> Any { report.exclusions }",
      refused: "'exclusions' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading the report of linking", code: "func f(_ report: LinkReport) -> Any { report.conflicts }",
      refused: "'conflicts' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading how often a rule was broken", code: "func f(_ tally: FindingTally) -> Any { tally.count }",
      refused: "'count' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading persons on exactly these lists", code: "func f(_ card: EstimateCard) -> Any { card.combinations }",
      refused: "'combinations' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading persons seen", code: "func f(_ card: EstimateCard) -> Any { card.observed }",
      refused: "'observed' is inaccessible due to 'package' protection level"),
    Offender(
      what: "opening an estimate", code: "func f(_ estimate: ConfidentialEstimate) -> Any { estimate.card }",
      refused: "'card' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading a table of lists", code: "func f(_ table: ListTable) -> Any { table.rows }",
      refused: "'rows' is inaccessible due to 'package' protection level"),
    Offender(
      what: "reading counts that a partner delivered", code: "func f(_ counts: ReportedCounts) -> Any { counts.cells }",
      refused: "'cells' is inaccessible due to 'package' protection level"),
  ]

  private static let modules = BuiltProgram.executable.deletingLastPathComponent().appending(path: "Modules")

  /// Compiles a file of the package `zicht` that imports every stage; what the compiler says, and whether it agreed.
  private static func compiled(_ code: String) throws -> (agrees: Bool, said: String) {
    let scratch = try TemporaryFolder()
    let stages = ["Classification", "Disclosure", "Estimation", "Linkage", "Model", "Tabulation"]
    let file = scratch.url.appending(path: "offender.swift")
    try Data((stages.map { "import \($0)\n" }.joined() + code + "\n").utf8).write(to: file)
    let output = scratch.url.appending(path: "said")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-package-name", "zicht", "-module-name", "Offender",
        "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility",
        "-I", modules.path,
      ]
      + ["CCbc", "CExpat", "CSodium", "CXlsxWriter", "CZlib"].flatMap {
        ["-I", BuiltProgram.root.appending(path: "Confidential/Sources/\($0)").path]
      } + [file.path]
    process.standardError = try FileHandle(forWritingTo: output)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus == 0, try String(contentsOf: output, encoding: .utf8))
  }

  @Test func `a file that keeps to what is published compiles`() throws {
    let answer = try Self.compiled(
      """
      func f(_ publication: Publication) -> [[Cell]] { publication.tables.flatMap(\\.cells) }
      func g(_ table: ConfidentialTable) -> TableShape { table.shape }
      func h(_ publication: Publication) -> CellValue { publication.account.rows.taken }
      """)
    #expect(answer.agrees, "\(answer.said)")
  }

  @Test(arguments: offenders)
  func `an offender is refused`(_ offender: Offender) throws {
    let answer = try Self.compiled(offender.code)
    #expect(!answer.agrees)
    #expect(answer.said.contains(offender.refused), "\(answer.said)")
  }
}

/// A digest of a delivery of one row gives the row back to whoever tries every row there can be: the template and the
/// codebook are public. So no digest in an edition may be of anything but a file of that edition.
@Suite struct `No digest gives a delivery back` {
  /// Every run of 64 hexadecimal digits.
  private static func digests(in text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isHexDigit }.filter { $0.count == 64 }.map(String.init))
  }

  private static func files(in folder: URL) throws -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return all.filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
  }

  /// The digest as `sha256sum`, a program that is not ours, computes it.
  private static func digest(of file: URL) throws -> String {
    let scratch = try TemporaryFolder()
    let output = scratch.url.appending(path: "sum")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", file.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return String(try String(contentsOf: output, encoding: .utf8).prefix(64))
  }

  @Test func `no delivered file is in the edition or the answer of its build by its digest`() throws {
    let scratch = try TemporaryFolder()
    let made = try BuiltProgram.run(["new", "region", "r", "--year", "2030"], in: scratch.url)
    #expect(made.exitCode == 0, "\(made.complaints)")
    let folder = scratch.url.appending(path: "r")
    let built = try BuiltProgram.run(["build", "r", "--json"], in: scratch.url)
    #expect(built.exitCode == 0, "\(built.complaints)")
    let secrets = try Set(Self.files(in: folder.appending(path: "deliveries")).map(Self.digest))
    // Three files and the log that names them by their digests.
    #expect(secrets.count == 4)
    let edition = folder.appending(path: "edition")
    let published = try Set(Self.files(in: edition).map(Self.digest))
    var seen: Set<String> = []
    for file in try Self.files(in: edition) {
      seen.formUnion(Self.digests(in: String(decoding: try Data(contentsOf: file), as: UTF8.self)))
    }
    seen.formUnion(Self.digests(in: built.output + built.complaints))
    #expect(!seen.isEmpty)
    #expect(seen.isDisjoint(with: secrets))
    #expect(seen.isSubset(of: published))
  }

  @Test func `an edition from coded conversations names digests of its own files only`() throws {
    let edition = try ChatEdition.built.get().edition
    let published = try Set(Self.files(in: edition).map(Self.digest))
    for file in try Self.files(in: edition) {
      let seen = Self.digests(in: String(decoding: try Data(contentsOf: file), as: UTF8.self))
      #expect(seen.isSubset(of: published), "\(file.lastPathComponent)")
    }
  }

  @Test func `what explains a cell and what lists deliveries name no digest`() throws {
    let scratch = try TemporaryFolder()
    _ = try BuiltProgram.run(["new", "region", "r", "--year", "2030"], in: scratch.url)
    _ = try BuiltProgram.run(["build", "r"], in: scratch.url)
    let listed = try BuiltProgram.run(["deliveries", "r", "--json"], in: scratch.url)
    #expect(listed.exitCode == 0, "\(listed.complaints)")
    #expect(Self.digests(in: listed.output).isEmpty)
  }
}
