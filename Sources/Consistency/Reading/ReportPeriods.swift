/// The periods of the cells of a report, each label read beside the others of its dimension.
struct ReportPeriods {
  /// By figure and name of the dimension.
  private var readings: [String: [String: PeriodReading]] = [:]

  init(of cells: [TableCell]) {
    var labels: [String: [String: Set<String>]] = [:]
    for cell in cells {
      for dimension in cell.dimensions {
        labels[cell.figure, default: [:]][dimension.name, default: []].insert(dimension.value)
      }
    }
    readings = labels.mapValues { $0.mapValues { PeriodReading($0) } }
  }

  /// When a cell is about, and the dimensions that do not say so: a year above a quarter are one period.
  func period(of cell: TableCell) -> (period: Period?, others: [TableCell.Dimension]) {
    let own = readings[cell.figure]
    var (period, bare): (Period?, (period: Period, dimension: TableCell.Dimension)?) = (nil, nil)
    var others: [TableCell.Dimension] = []
    for dimension in cell.dimensions {
      // Cells whose labels are not compared are read one by one.
      let reading =
        own == nil ? Period(PeriodReading.withoutMarks(dimension.value)) : own?[dimension.name]?[dimension.value]
      if let found = reading {
        if found.isBare { bare = (found, dimension) } else { period = found }
      } else {
        others.append(dimension)
      }
    }
    guard let bare else { return (period, others) }
    if let year = period, let whole = bare.period.during(year) { return (whole, others) }
    return (period, others + [bare.dimension])
  }
}
