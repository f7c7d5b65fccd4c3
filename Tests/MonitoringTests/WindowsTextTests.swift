import Foundation
import Testing

@testable import Monitoring

@Suite struct `A text of an old Windows program` {
  @Test(arguments: [
    "Výpůjčky ve veřejných knihovnách;Naučná literatura pro dospělé", "Ludność według województw;Łódzkie;Małopolskie",
    "Általános iskola;Összesen;Tanulók;Nők;Külföldi férfiak", "Šolsko leto;Število učencev;Občina Žalec",
  ])
  func `of Central Europe is read in its letters`(_ text: String) throws {
    let data = try #require(text.data(using: .windowsCP1250))
    #expect(WindowsText.read(data) == text)
  }

  @Test(arguments: [
    "Land;Fahrgäste;Zusammen;Größe", "Région;Élèves;Enquête du 1er août;Coût (€)", "Población;Superficie;¿Cuántos?;nº",
    "Freguesia;População;Alterações;Água;nº Câmara", "Kommune;Befolkning;Øvrige;År;Så òg",
    "Volume (m³);Cost (£m);Paid (£k);Area (km²)",
    "Maakond;Elussünnid;Kõik;Põlva",
  ])
  func `of Western Europe is read in its own`(_ text: String) throws {
    let data = try #require(text.data(using: .windowsCP1252))
    #expect(WindowsText.read(data) == text)
  }
}
