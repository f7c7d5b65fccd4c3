import Model

extension AreaRegister {
  /// The categories of a variable with `areas: true`: every area of the register, once.
  ///
  /// The group of an area is its part, or else its region, so that a `group` rule can take areas together.
  func categories(of map: YAMLMap, kind: String) -> [Model.Category] {
    if kind != "category" || map.has("categories") {
      map.report(
        .unknownKey, at: map.line(of: "areas"),
        nl: "`areas` hoort in \(map.subject.nl) bij een categorie (kind: category) zonder `categories`.",
        en: "`areas` belongs in \(map.subject.en) to a category (kind: category) without `categories`.")
      return []
    }
    if areas.isEmpty {
      map.report(
        .fileMissing, at: map.line(of: "areas"),
        nl: "\(map.subject.nl) neemt zijn categorieën uit \(AreasFile.name), en daar staat geen gebied in.",
        en: "\(map.subject.en) takes its categories from \(AreasFile.name), and no area is in it.")
    }
    return codes.compactMap { code in
      let rows = areas.filter { $0.code == code }
      guard let last = rows.last else { return nil }
      let first = rows.map(\.years.lowerBound).min() ?? Int.min
      let end = rows.map(\.years.upperBound).max() ?? Int.max
      return Category(
        code: code, label: LocalizedText(last.name), group: last.part ?? last.region,
        validFrom: first == Int.min ? nil : first, validTo: end == Int.max ? nil : end, standardCodes: ["CBS": code])
    }
  }
}
