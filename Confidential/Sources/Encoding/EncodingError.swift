public import Model

/// Why encodings cannot be read or compared. Never carries a value.
public enum EncodingError: Error, Equatable, Sendable {
  case notAnEncoding(file: String)
  /// Written by a later version of the format.
  case laterFormat(file: String, version: Int)
  /// Cut off, or something in it changed.
  case damaged(file: String)
  case otherProject(file: String, project: String, expected: String)
  case otherEpoch(file: String, epoch: Int, expected: Int)
  /// Fingerprints of two keys.
  case otherKey(file: String, key: String, expected: String)
  /// With a key server, another one or none.
  case otherServer(file: String)
  /// Positions of the filters.
  case otherLength(file: String, bits: Int, expected: Int)
  case otherParameters(file: String, parameters: String, expected: String)
  /// Two files of one source.
  case sameSource(file: String, source: String)

  public var message: LocalizedText {
    switch self {
    case .notAnEncoding(let file):
      LocalizedText(
        nl: "\(file) is geen bestand met coderingen. Vraag de partner om het bestand dat zicht encode schreef.",
        en: "\(file) is not a file of encodings. Ask the partner for the file that zicht encode wrote.")
    case .laterFormat(let file, let version):
      LocalizedText(
        nl: "\(file) heeft vorm \(version) van de coderingen en dit programma kent vorm 1. Neem een nieuwere Zicht.",
        en: "\(file) has form \(version) of the encodings and this program knows form 1. Take a newer Zicht.")
    case .damaged(let file):
      LocalizedText(
        nl: "\(file) is afgebroken of veranderd onderweg. Vraag de partner om het bestand opnieuw te sturen.",
        en: "\(file) was cut off or changed on its way. Ask the partner to send the file again.")
    case .otherProject(let file, let project, let expected):
      LocalizedText(
        nl:
          "\(file) is van project \(project) en niet van \(expected). Vraag de partner de sleutel van \(expected) te nemen.",
        en: "\(file) is of project \(project), not of \(expected). Ask the partner to use the key of \(expected).")
    case .otherEpoch(let file, let epoch, let expected):
      LocalizedText(
        nl: "\(file) is van tijdvak \(epoch) en niet van \(expected); coderingen van twee tijdvakken zijn niet te "
          + "vergelijken. Vraag de partner opnieuw te coderen met de sleutel van \(expected).",
        en: "\(file) is of epoch \(epoch), not of \(expected); encodings of two epochs cannot be compared. Ask the "
          + "partner to encode again with the key of \(expected).")
    case .otherKey(let file, let key, let expected):
      LocalizedText(
        nl: "\(file) is met sleutel \(key) gecodeerd en niet met \(expected). Ga met de partner na welke vingerafdruk "
          + "geldt en laat opnieuw coderen.",
        en: "\(file) was encoded with key \(key), not with \(expected). Check with the partner which fingerprint is in "
          + "force and have it encoded again.")
    case .otherServer(let file):
      LocalizedText(
        nl: "\(file) is met een andere sleuteldienst gecodeerd, of zonder, en is niet met de rest te vergelijken. Laat "
          + "opnieuw coderen met de afgesproken dienst.",
        en:
          "\(file) was encoded with another key server, or without one, and cannot be compared with the rest. Have it "
          + "encoded again with the agreed server.")
    case .otherLength(let file, let bits, let expected):
      LocalizedText(
        nl:
          "\(file) heeft filters van \(bits) bits en de rest van \(expected). Laat opnieuw coderen met de afgesproken "
          + "instellingen.",
        en: "\(file) has filters of \(bits) bits, the rest of \(expected). Have it encoded again with the agreed "
          + "settings.")
    case .otherParameters(let file, let parameters, let expected):
      LocalizedText(
        nl:
          "\(file) is gecodeerd met \(parameters) en de rest met \(expected). Laat opnieuw coderen met de afgesproken "
          + "instellingen.",
        en: "\(file) was encoded with \(parameters), the rest with \(expected). Have it encoded again with the agreed "
          + "settings.")
    case .sameSource(let file, let source):
      LocalizedText(
        nl: "\(file) is van \(source), waarvan er al een bestand is. Geef van elke bron één bestand.",
        en: "\(file) is of \(source), of which there is a file already. Give one file of each source.")
    }
  }
}
