import Cryptography
import Deliveries
import Estimation
import Model
import Monitoring
import Reconstruction
import Reporting
import Sheets
import Store
import Testing

/// Every error that a stage foresees has its sentence; any other has none, so that nothing of it is echoed.
@Suite struct `Known errors` {
  static let known: [(error: any Error, en: String)] = [
    (
      StoreError.notAFolder(path: "w"), "w is not a folder. Point to a folder."
    ),
    (
      ReconstructionError.noWholeNumbers(clique: "k"),
      "No whole numbers were found for the part 'k'; try another seed."
    ),
    (CryptographyError.unavailable, CryptographyError.unavailable.english),
    (SheetError.notFound, SheetError.notFound.message.en),
    (CodedDelivery.Failure.noRecordColumn(source: "s"), CodedDelivery.Failure.noRecordColumn(source: "s").message.en),
    (EditionError.template(name: "t"), EditionError.template(name: "t").message.en),
  ]

  @Test(arguments: known.indices) func `have a sentence`(_ index: Int) {
    let (error, en) = Self.known[index]
    #expect(knownMessage(of: error)?.en == en)
  }

  @Test func `are not those of anybody else`() {
    struct Secret: Error { var name = "Jansen" }
    #expect(knownMessage(of: Secret()) == nil)
    #expect(knownMessage(of: MonitoringError.findings([])) == nil)
  }
}
