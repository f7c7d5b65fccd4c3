import Model
import Testing

@testable import Consistency

private func found(_ text: String) -> [Contradiction] {
  PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
}

@Suite struct `Estimates and quantiles` {
  @Test func `lie between their limits`() {
    let text =
      "Region;Estimate;Lower 95%;Upper 95%\nA;15.4;13.8;16.9\nB;18.4;16.0;20.7\nC;19.8;18.3;21.2\nD;14.2;11.0;17.4\nE;16.8;15.4;18.3\nF;16.3;14.1;18.6\n"
    #expect(found(text).isEmpty)
    #expect(
      found(text.replacing("19.8", with: "24.2")).contains {
        $0.summary == "bound error t: 19.8 for 24.2"
      })
    #expect(
      found(text.replacing("15.4;18.3\n", with: "18.3;15.4\n")).contains { $0.kind == .bound })
    // The mean of two columns lies between them whichever is larger.
    let means = text.replacing("Lower 95%", with: "2010").replacing("Upper 95%", with: "2020")
      .replacing("Estimate", with: "Mean")
    #expect(
      found(means.replacing("15.4;18.3\n", with: "18.3;15.4\n")).filter { $0.kind == .bound }
        .isEmpty)
  }

  /// Quartiles by their numbers, in a language that no list of words has.
  @Test func `lie between quantiles, and those lie in order`() {
    let text =
      "Κλάδος;Ελάχιστο;1ο τεταρτημόριο;Διάμεσος;Μέσος;3ο τεταρτημόριο;Μέγιστο\nA;709;778;917;1024;1201;3477\nB;729;837;979;1042;1240;2281\nC;773;897;1060;1122;1404;4270\nD;764;856;993;1101;1454;4962\nE;742;873;1046;1110;1263;4405\nF;739;802;943;1305;1270;3143\n"
    #expect(found(text).isEmpty)
    #expect(
      found(text.replacing(";917;", with: ";9170;")).map(\.summary) == [
        "bound error t: <= 3477 for 9170"
      ])
    #expect(
      found(text.replacing(";1122;", with: ";669;")).map(\.summary) == [
        "bound error t: >= 773 for 669"
      ])
    #expect(
      found(text.replacing("897;1060;1122;1404", with: "1404;1060;1122;897")).map(\.summary) == [
        "bound error t: <= 897 for 1404"
      ])
    // Quarters of a year are in no order.
    let quarters = text.replacing(
      "1ο τεταρτημόριο;Διάμεσος;Μέσος;3ο τεταρτημόριο", with: "1e deel;2e deel;Som;3e deel")
    #expect(found(quarters.replacing(";1122;", with: ";669;")).filter { $0.kind == .bound }.isEmpty)
  }
}
