import Glibc
import Model

/// `text/`: the running text of an edition, a file a language, in the order of their names.
struct TextsFolder {
  static let folder = "text"

  /// Files of the folder by their path within the monitor: `text/01-summary.nl.md`.
  let files: [String: [UInt8]]
  let findings: FolderFindings

  init(_ files: [String: [UInt8]], findings: FolderFindings) {
    self.files = files.filter { $0.key.hasPrefix(Self.folder + "/") }
    self.findings = findings
  }

  /// The files of the folder, in order of name.
  static func names(in path: String) -> [String] {
    guard let open = opendir(path + "/" + folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), !name.hasSuffix("~") { names.append(folder + "/" + name) }
    }
    return names.sorted()
  }

  /// The texts that are there in every language of the monitor. For a language it does not have, which nobody will read,
  /// stands the text in the one it has.
  func texts() -> [MonitorText] {
    var sources: [String: [Language: String]] = [:]
    for file in files.keys.sorted() {
      guard let (name, language) = Self.parts(of: file) else {
        findings.report(
          .textName, file, line: nil, nl: "deze naam is geen naam van een tekst.",
          en: "this name is no name of a text.")
        continue
      }
      sources[name, default: [:]][language] = text(of: file) ?? ""
    }
    return sources.keys.sorted().compactMap { name in
      let languages = sources[name] ?? [:]
      for language in findings.languages where languages[language] == nil {
        let text = MonitorText(name: name, source: LocalizedText(""))
        let other: Language = language == .nl ? .en : .nl
        findings.report(
          .textLanguage, text.file(in: other), line: nil, nl: "bij deze tekst ontbreekt \(text.file(in: language)).",
          en: "this text lacks \(text.file(in: language)).")
      }
      guard findings.languages.allSatisfy({ languages[$0] != nil }) else { return nil }
      let only = languages[findings.languages[0]] ?? ""
      func source(_ language: Language) -> String {
        findings.languages.contains(language) ? languages[language] ?? "" : only
      }
      return MonitorText(name: name, source: LocalizedText(nl: source(.nl), en: source(.en)))
    }
  }

  /// `text/01-summary.nl.md` is `01-summary` in Dutch.
  private static func parts(of file: String) -> (name: String, language: Language)? {
    let name = file.dropFirst(folder.count + 1)
    for language in Language.allCases {
      let ending = ".\(language.rawValue).md"
      guard name.hasSuffix(ending) else { continue }
      let base = name.dropLast(ending.count)
      let isUsable =
        base.utf8.count > 3 && base.utf8.prefix(2).allSatisfy(isDigit)
        && base.utf8.dropFirst(2).first == UInt8(ascii: "-")
        && base.utf8.allSatisfy { isDigit($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
      return isUsable ? (String(base), language) : nil
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func text(of file: String) -> String? {
    guard let bytes = files[file] else { return nil }
    guard bytes.count <= YAMLDocument.sizeLimit else {
      findings.report(
        .fileTooLarge, file, line: nil, nl: "het bestand is groter dan 1 MB.", en: "the file is larger than 1 MB.")
      return nil
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    findings.report(
      .fileNotText, file, line: line, nl: "op deze regel staat iets dat geen UTF-8 is.",
      en: "this line holds something that is not UTF-8.")
    return nil
  }
}
