extension Monitor {
  /// The figures, each with a break where a word that it counts by means something else from then on.
  ///
  /// That is the definition of a variable or a category, by itself or through what rules make of it, and that of a source of
  /// counts of which it shows a table. Sources of records are for `DefinitionBreaks`: which numbers rest on them follows
  /// from conditions.
  package func markingDefinitions() -> Monitor {
    var marked = self
    for variable in codebook.variables {
      for change in variable.definitionChanges {
        marked.mark(change.seriesBreak(of: variable.label), reach(of: variable.name, codes: nil))
      }
      for category in variable.categories {
        for change in category.definitionChanges {
          marked.mark(change.seriesBreak(of: category.label), reach(of: variable.name, codes: [category.code]))
        }
      }
    }
    for source in sources where source.deliversCounts {
      for change in source.definitionChanges { marked.mark(change, of: source) }
    }
    return marked
  }

  private mutating func mark(_ one: Figure.SeriesBreak, _ reached: DefinitionReach) {
    for index in figures.indices
    where figures[index].crosses(one.year - 1, years: years) && reached.touches(figures[index]) {
      figures[index].breaks.insert(one)
    }
  }

  private mutating func mark(_ change: DefinitionChange, of source: Source) {
    for index in figures.indices where figures[index].crosses(change.year - 1, years: years) {
      let shows = figures[index].countTables.contains { reference in
        reference.source == source.name && change.tables?.contains(reference.table) != false
      }
      if shows { figures[index].breaks.insert(change.seriesBreak(by: source)) }
    }
  }

  /// Codes of a variable of notifications, and every code that is made of them.
  private func reach(of variable: String, codes: Set<String>?) -> DefinitionReach {
    var reach = DefinitionReach()
    reach.add(codes, of: variable)
    for combination in link.combinations where combination.method != .count && combination.variable == variable {
      reach.add(codes, of: combination.target)
    }
    for rule in rules {
      switch rule.step {
      case .derive(let target, let cases, let otherwise):
        // Who no longer meets one condition may meet a later one.
        guard let first = cases.firstIndex(where: { reach.touches($0.condition) }) else { continue }
        reach.add(Set(cases[first...].map(\.value) + [otherwise]), of: target)
      case .group(let target, let variable):
        guard let codes = reach.codes[variable] else { continue }
        let groups = codes.map { codes in
          Set(
            (codebook.variable(named: variable)?.categories ?? []).filter { codes.contains($0.code) }.compactMap(
              \.group))
        }
        reach.add(groups, of: target)
      case .impute(let imputation): if reach.codes[imputation.variable] != nil { reach.add(nil, of: imputation.target) }
      case .exclude(let condition): if reach.touches(condition) { reach.isOfPopulation = true }
      }
    }
    return reach
  }
}

/// Which codes of which variables a change of a definition is about.
private struct DefinitionReach {
  /// By variable; nil for all its codes.
  private(set) var codes: [String: Set<String>?] = [:]
  /// Whether it decides which cases take part at all.
  var isOfPopulation = false

  mutating func add(_ more: Set<String>?, of variable: String) {
    guard let more, let known = codes[variable, default: []] else {
      codes.updateValue(nil, forKey: variable)
      return
    }
    codes.updateValue(known.union(more), forKey: variable)
  }

  func touches(_ condition: Condition) -> Bool {
    condition.mentions.contains { touches($0.variable, $0.values) }
  }

  /// - Parameter shown: Codes that are asked for; empty for whatever the variable says.
  private func touches(_ variable: String, _ shown: [String]) -> Bool {
    guard let reached = codes[variable] else { return false }
    return shown.isEmpty || reached.map { !$0.isDisjoint(with: shown) } ?? true
  }

  func touches(_ figure: Figure) -> Bool {
    if figure.dimensions.contains(where: touches) { return true }
    if case .oncePerYearPer(let variable) = figure.unit.repeats, codes[variable] != nil { return true }
    switch figure.numbers {
    case .counted(let counted):
      return isOfPopulation && counted.population != .all || counted.conditions.contains(where: touches)
    case .delivered(let delivered):
      return delivered.heldTables.flatMap(\.fixed).contains { $0.code != "total" && touches($0.variable, [$0.code]) }
    case .quoted: return false
    }
  }

  private func touches(_ dimension: Figure.Dimension) -> Bool {
    let shown = dimension.pools.isEmpty ? dimension.order : dimension.pools.flatMap(\.codes)
    return touches(dimension.variable, shown) || dimension.from.contains { codes[$0] != nil }
  }
}

extension Figure.Counted {
  /// Every condition that decides what is counted.
  fileprivate var conditions: [Condition] {
    var conditions = [filter].compactMap(\.self)
    if case .series(let series) = rows {
      for one in series {
        conditions.append(one.condition)
        if case .share(let base, _) = one.value { conditions.append(base) }
      }
    }
    return conditions
  }
}

extension Figure.Delivered {
  fileprivate var heldTables: [Figure.HeldTable] {
    switch rows {
    case .dimension(_, let held, _), .whole(let held, _): [held]
    case .each(let rows): rows.map(\.held)
    }
  }
}
