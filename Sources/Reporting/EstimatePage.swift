import Charts
import Model

/// The card of an estimate as a page in one language: plain words, tables, and pictures by what they show.
///
/// It has two layers: what a reader takes along, on one screen, and below it the account for who wants to recompute it.
struct EstimatePage: Equatable {
  struct Fact: Equatable {
    var name, value: String
  }

  struct Table: Equatable {
    var caption: String
    var headers: [String]
    /// Indices of columns with numbers.
    var figures: Set<Int>
    var rows: [[String]]
  }

  /// What a picture shows; how it looks is for who draws it.
  enum Picture: Equatable {
    case iceberg(Iceberg)
    case yearly(RangePlot)
    case methods(MethodForest)
    case overlaps(OverlapPlot)
    case models(ModelPlot)
    case topModels(TopModelsPlot)

    /// The picture drawn; nil when there is nothing to draw.
    func chart(in language: Language) -> EstimateChart? {
      switch self {
      case .iceberg(let iceberg): iceberg.chart(in: language)
      case .yearly(let plot): plot.chart(in: language)
      case .methods(let forest): forest.chart(in: language)
      case .overlaps(let plot): plot.chart(in: language)
      case .models(let plot): plot.chart(in: language)
      case .topModels(let plot): plot.chart(in: language)
      }
    }
  }

  struct Section: Equatable {
    /// The anchor: `methods`.
    var id: String
    var title: String
    var text: [String] = []
    /// Sentences below each other, each a point of its own.
    var list: [String] = []
    var picture: Picture?
    var tables: [Table] = []
  }

  var title, lead: String
  /// What is asked first, with the answers in a sentence or two.
  var answers: [Fact]
  /// Those who were seen and those who were not; nil where nothing can be drawn.
  var iceberg: Picture?
  /// The same a year, and beside what others published.
  var yearly: Section?
  /// The heading of the second layer, and what it starts with.
  var account: String
  var facts: [Fact]
  var sections: [Section]
}
