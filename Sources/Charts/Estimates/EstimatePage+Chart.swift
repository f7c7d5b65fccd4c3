public import Model

extension EstimatePage.Picture {
  /// The picture drawn; nil when there is nothing to draw.
  public func chart(in language: Language) -> EstimateChart? {
    switch self {
    case .iceberg(let iceberg): iceberg.chart(in: language)
    case .methods(let forest): forest.chart(in: language)
    case .overlaps(let plot): plot.chart(in: language)
    case .models(let plot): plot.chart(in: language)
    case .topModels(let plot): plot.chart(in: language)
    }
  }
}
