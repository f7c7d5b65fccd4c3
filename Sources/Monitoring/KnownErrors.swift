import Classification
import Cryptography
import Deliveries
import Disclosure
import Encoding
import Estimation
import Linkage
package import Model
import Reconstruction
import Reporting
import Sheets
import Store
import Tabulation

/// The sentence for an error that one of the stages foresaw; nil for any other.
package func knownMessage(of error: any Error) -> LocalizedText? {
  switch error {
  case let error as SheetError: error.message
  case let error as StoreError: error.message
  case let error as CryptographyError: LocalizedText(nl: error.dutch, en: error.english)
  case let error as LinkError: error.message
  case let error as ClassificationError: error.message
  case let error as TabulationError: error.message
  case let error as PolicyError: error.message
  case let error as ReconstructionError: error.message
  case let error as CaptureHistoryError: error.text
  case let error as EstimationError: error.text
  case let error as MonitorEstimatesError: error.message
  case let error as EncodingError: error.message
  case let error as DeliveryEncodingError: error.message
  case let error as EditionError: error.message
  case let error as EditionWritingError: error.message
  case let error as CodedDelivery.Failure: error.message
  default: nil
  }
}
