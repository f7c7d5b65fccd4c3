import Charts
import Disclosure
import Model

/// The page of an estimate in an edition: the whole card, its downloads, and the way to the other figures.
struct EstimateSheet {
  let t: [String: String]
  let label, title, lead, overviewPath: String
  let body: EstimateBody
  let downloads: [FigurePage.Download]
  let sourceLine: String
  let previous, next: FigurePage.Neighbour?
}

extension Pages {
  func estimateSheet(_ estimate: PublishedEstimate, at index: Int, in language: Language) -> EstimateSheet {
    let page = estimate.card.page(in: language)
    let root = EditionPath.root(from: EditionPath.figure(estimate.figure, language))
    let shape = publication.tables[index].shape
    let download = { (name: LocalizedText, path: String) in
      FigurePage.Download(name: name[language], path: root + path, size: "")
    }
    return EstimateSheet(
      t: phrases.named(in: language), label: labels[estimate.figure][language], title: page.title,
      lead: page.lead, overviewPath: root + EditionPath.overview(language),
      body: EstimateBody(page, language),
      downloads: [
        download(phrases.downloadTable, EditionPath.table(shape.dataset)),
        download(phrases.downloadMetadata, EditionPath.tableMetadata(shape.dataset)),
        download(phrases.cardData, EditionPath.estimateData(of: estimate.figure)),
      ], sourceLine: shape.sourceLine[language], previous: neighbour(index - 1, root: root, language),
      next: neighbour(index + 1, root: root, language))
  }
}

extension Publication {
  /// The card of every estimate for programs.
  func cardFiles(version: String) throws(EditionError) -> [EditionFile] {
    var files: [EditionFile] = []
    for estimate in estimates {
      let data = try estimate.card.json(figure: estimate.figure, version: version)
      files.append(EditionFile(path: EditionPath.estimateData(of: estimate.figure), bytes: data))
    }
    return files
  }
}
