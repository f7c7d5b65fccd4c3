import Model

/// `constants:` of `monitor.yaml`: measures of elsewhere that texts compute with.
enum ConstantsReading {
  static func constants(in map: YAMLMap, units: [UnitOfCount]) -> [NamedConstant] {
    let subject = LocalizedText(nl: "een constante", en: "a constant")
    var names = NameRegister(LocalizedText(nl: "de constante", en: "the constant"))
    return (map.maps("constants", subject: subject, keys: FolderKeys.constant.names) ?? []).compactMap { map in
      guard let name = map.name("constant", of: subject), names.add(name, line: map.line, in: map) else { return nil }
      let map = map.renamed(LocalizedText(nl: "constante \(name)", en: "constant \(name)"))
      let label = map.languages(for: "nl", in: map.subject)
      let value = map.quantity("value").flatMap { positive($0, in: map) }
      let unit = map.localized("unit").flatMap { uncounted($0, besides: units, in: map) }
      let source = map.localized("source")
      let dated = map.date("dated")
      guard let label, let value, let unit, let source, let dated else { return nil }
      return NamedConstant(name: name, value: value, label: label, unit: unit, source: source, dated: dated)
    }
  }

  private static func positive(_ value: Quantity, in map: YAMLMap) -> Quantity? {
    if value.numerator > 0 { return value }
    map.report(
      .outOfRange, at: map.line(of: "value"), nl: "`value` in \(map.subject.nl) moet groter zijn dan 0.",
      en: "`value` in \(map.subject.en) has to be above 0.")
    return nil
  }

  /// What the edition counts comes from its figures and is no constant.
  private static func uncounted(_ unit: LocalizedText, besides units: [UnitOfCount], in map: YAMLMap) -> LocalizedText?
  {
    let counted = units.first {
      $0.label.nl.lowercased() == unit.nl.lowercased() || $0.label.en.lowercased() == unit.en.lowercased()
    }
    guard let counted else { return unit }
    map.report(
      .constantUnit, at: map.line(of: "unit"),
      nl: "\(map.subject.nl) is een aantal \(counted.label.nl); die telt de editie zelf, in een figuur.",
      en: "\(map.subject.en) is a number of \(counted.label.en); those the edition counts itself, in a figure.")
    return nil
  }
}
