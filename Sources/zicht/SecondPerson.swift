import Foundation
import Model

/// Whoever decides with the user what cannot be undone.
enum SecondPerson {
  /// - Throws: Wrong use, where there is no name or it is that of the user.
  static func check(_ name: String?) throws {
    let name = name?.trimmingCharacters(in: .whitespaces) ?? ""
    guard !name.isEmpty, name.lowercased() != NSUserName().lowercased() else {
      throw wrongUse(
        nl: "--second noemt de tweede die dit heeft besloten; dat bent u niet zelf.",
        en: "--second names the other one who decided this; that is not you.")
    }
  }
}
