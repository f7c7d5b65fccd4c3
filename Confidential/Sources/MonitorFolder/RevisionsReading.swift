import Model

/// `revisions:` of `monitor.yaml`: why numbers differ from those of an earlier edition.
enum RevisionsReading {
  static func revisions(in map: YAMLMap) -> [Revision] {
    let subject = LocalizedText(nl: "een herziening", en: "a revision")
    return (map.maps("revisions", subject: subject, keys: FolderKeys.revision.names) ?? []).compactMap { map in
      for key in ["edition", "kind"] where !map.has(key) { map.reportMissing(key) }
      let kind = map.word("kind", among: Revision.Kind.allCases.map(\.rawValue)).flatMap(Revision.Kind.init)
      let reason = map.localized("reason")
      guard let edition = map.optionalText("edition"), let kind, let reason else { return nil }
      let figures = map.has("figures") ? map.words("figures")?.map(\.word) : nil
      return Revision(edition: edition, figures: figures, kind: kind, reason: reason)
    }
  }
}
