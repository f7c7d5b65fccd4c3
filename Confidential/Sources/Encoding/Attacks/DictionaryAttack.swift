package import Cryptography

/// A dictionary tried by somebody who holds the key, such as a partner who got hold of what another partner sent: every
/// person of the list is encoded, and a record is whoever has most blocks in common with it.
///
/// Nothing that is encoded with a key protects against its holder. With a key server nobody holds what is needed, and
/// each try is a question that is counted.
package struct DictionaryAttack {
  let setting: AttackSetting
  let key: LinkageKey

  /// - Parameter key: The one that the attacker holds.
  package init(_ setting: AttackSetting, holding key: LinkageKey) { (self.setting, self.key) = (setting, key) }

  package func rate() -> Double {
    let tried = SeenRecords(setting.list, key, setting.parameters)
    var guesses: [Int: String] = [:]
    for record in 0..<setting.encoded.count {
      var shared: [Int: Int] = [:]
      for (block, _) in setting.encoded.blocks[record] {
        for person in tried.members[block] ?? [] { shared[person, default: 0] += 1 }
      }
      let best = shared.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { guesses[record] = setting.listNames[best.key] }
    }
    return setting.rate(of: guesses)
  }
}
