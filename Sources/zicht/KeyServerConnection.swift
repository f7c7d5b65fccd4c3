import Foundation
import Model

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The connection to a key server: over HTTPS, or over HTTP on this machine, such as to a tunnel.
///
/// The word by which the partner is known to the server comes from the environment, `ZICHT_KEY_SERVER_TOKEN`, so that it
/// is in no history of commands.
struct KeyServerConnection: Sendable {
  private let address: URL
  private let token: String

  init(_ address: String) throws {
    guard let url = URL(string: address), let host = url.host,
      url.scheme == "https" || url.scheme == "http" && ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
    else {
      throw Failure.data(
        nl:
          "Het adres van de sleuteldienst begint met https://; met http:// alleen op deze computer zelf. Vraag het aan de "
          + "beheerder.",
        en: "The address of the key server begins with https://; with http:// on this computer only. Ask its keeper.")
    }
    guard let token = ProcessInfo.processInfo.environment["ZICHT_KEY_SERVER_TOKEN"], !token.isEmpty else {
      throw Failure.data(
        nl: "Het toegangswoord voor de sleuteldienst ontbreekt. Geef het in ZICHT_KEY_SERVER_TOKEN.",
        en: "The access word for the key server is missing. Give it in ZICHT_KEY_SERVER_TOKEN.")
    }
    (self.address, self.token) = (url.appending(path: "evaluate"), token)
  }

  @Sendable func exchange(_ body: Data) async throws -> Data {
    var request = URLRequest(url: address)
    request.httpMethod = "POST"
    request.setValue("application/octet-stream", forHTTPHeaderField: "Content-Type")
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    request.httpBody = body
    guard let (data, response) = try? await URLSession.shared.data(for: request),
      let status = (response as? HTTPURLResponse)?.statusCode
    else {
      throw Failure.data(
        nl: "De sleuteldienst is niet te bereiken. Controleer het adres en de verbinding.",
        en: "The key server cannot be reached. Check the address and the connection.")
    }
    switch status {
    case 200: return data
    case 401, 403:
      throw Failure.data(
        nl: "De sleuteldienst kent dit toegangswoord niet. Vraag de beheerder om een ander.",
        en: "The key server does not know this access word. Ask its keeper for another.")
    case 429:
      throw Failure.data(
        nl: "Het aantal vragen voor vandaag is op. Ga morgen verder of vraag de beheerder om meer.",
        en: "The number of questions for today is used up. Go on tomorrow or ask the keeper for more.")
    default:
      throw Failure.data(
        nl: "De sleuteldienst antwoordt met code \(status). Vraag de beheerder wat er is.",
        en: "The key server answers with code \(status). Ask its keeper what is the matter.")
    }
  }
}
