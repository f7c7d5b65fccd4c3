import Glibc

/// The tables of lists in a monitor folder, and the files of sizes.
enum ListTableFiles {
  static let folder = "lists"

  /// Their names within the monitor folder, in order.
  static func names(in path: String, folder: String = folder) -> [String] {
    guard let open = opendir(path + "/" + folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv"), !name.hasPrefix(".") { names.append(folder + "/" + name) }
    }
    return names.sorted()
  }
}
