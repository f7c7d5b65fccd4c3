import Testing

@testable import Web

@Suite struct KnownHostsTests {
  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:1", true), ("127.0.0.1:65535", true), ("[::1]", true), ("[::1]:80", true),
    ("192.168.1.5:8080", true), ("monitor.example", true), ("", false), (":80", false), ("localhost:", false),
    ("localhost:123456", false), ("localhost: 80", false), ("localhost.", false), ("0.0.0.0", false), ("[::1", false),
    ("::1", false), ("127.0.0.1.evil.example", false), ("evil.example:80", false), ("[::1]:80:90", false),
  ])
  func `knows the loopback names, its address and the names it was given`(_ host: String, _ isKnown: Bool) {
    #expect(KnownHosts(listeningOn: "192.168.1.5", further: ["Monitor.Example"]).contains(host) == isKnown)
  }

  @Test(arguments: ["0.0.0.0", "::", ""])
  func `an address that stands for all is no name`(_ address: String) {
    #expect(KnownHosts(listeningOn: address).names == KnownHosts.loopback)
  }

  @Test func `an address of the sixth version is written in brackets`() {
    #expect(KnownHosts(listeningOn: "fe80::1").contains("[fe80::1]:8080"))
  }
}
