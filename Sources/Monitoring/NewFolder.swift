package import Foundation

/// A folder of a monitor that is written at once.
package enum NewFolder {
  /// A file with its place in the folder.
  package struct File: Equatable {
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

    /// A text in which each mark stands for a word.
    init(path: String, text: [UInt8], filling marks: [(mark: String, word: String)]) {
      var filled = String(decoding: text, as: UTF8.self)
      for (mark, word) in marks { filled = filled.replacing(mark, with: word) }
      self.init(path: path, bytes: Array(filled.utf8))
    }
  }

  /// Writes the files into a folder that does not exist yet or is empty.
  ///
  /// - Parameter name: What the folder is called to whoever asked for it.
  /// - Returns: The files.
  /// - Throws: `MonitoringError.data`; where something stands in the way nothing was changed.
  package static func write(_ files: [File], to folder: URL, called name: String) throws -> [File] {
    try refuseOccupied(folder, called: name)
    do {
      for file in files + [ignored] {
        let target = folder.appending(path: file.path)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: target, options: .atomic)
      }
    } catch {
      throw MonitoringError.data(
        nl: "In \(folder.path) kan niet worden geschreven. Kies een andere map.",
        en: "\(folder.path) cannot be written to. Choose another folder.")
    }
    return files
  }

  /// What must not get into version control by accident.
  private static let ignored = File(
    path: ".gitignore",
    bytes: Array(
      """
      # Leveringen en beoordelingen kunnen over mensen gaan, de werkmap doet dat zeker, en een sleutel opent haar.
      /deliveries/
      /workspace/
      /reviews.jsonl
      *.key
      # Wordt gebouwd.
      /edition/

      """.utf8))

  private static func refuseOccupied(_ place: URL, called name: String) throws(MonitoringError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw .data(
        nl: "\(name) is een bestand. Kies een map die nog niet bestaat.",
        en: "\(name) is a file. Choose a folder that does not exist yet.")
    }
    guard (try? FileManager.default.contentsOfDirectory(atPath: place.path))?.isEmpty == true else {
      throw .data(
        nl: "De map \(name) is niet leeg; er is niets gewijzigd. Kies een map die nog niet bestaat.",
        en: "The folder \(name) is not empty; nothing was changed. Choose a folder that does not exist yet.")
    }
  }
}
