import Model
import Reconstruction

extension Model.Progress {
  init(_ stage: Reconstruction.Stage) {
    let cells = LocalizedText(nl: "cellen", en: "cells")
    switch stage {
    case .tables(let count, _):
      self.init(
        stage: LocalizedText(nl: "Tabellen opstellen", en: "Setting up tables"), done: count, total: nil, unit: cells)
    case .contradiction(let number):
      self.init(
        stage: LocalizedText(nl: "Tegenspraken zoeken", en: "Finding contradictions"), done: number, total: nil,
        unit: LocalizedText(nl: "gevonden", en: "found"))
    case .fit:
      self.init(
        stage: LocalizedText(nl: "Tabellen passend maken", en: "Fitting the tables"), done: 0, total: nil, unit: cells)
    case .clique(let name, let number, let count):
      self.init(
        stage: LocalizedText(nl: "Hele getallen kiezen (\(name))", en: "Choosing whole numbers (\(name))"),
        done: number,
        total: count, unit: LocalizedText(nl: "tabellen", en: "tables"))
    case .records(let count):
      self.init(
        stage: LocalizedText(nl: "Records maken", en: "Making records"), done: count, total: count,
        unit: LocalizedText(nl: "records", en: "records"))
    case .search(let figure, let remaining):
      self.init(
        stage: LocalizedText(nl: "Zoeken naar \(figure)", en: "Searching for \(figure)"), done: remaining, total: nil,
        unit: LocalizedText(nl: "te gaan", en: "to go"))
    }
  }
}
