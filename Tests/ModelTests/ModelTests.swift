import Testing
@testable import Model
@Test func `starts`() { #expect(1 + 1 == 2) }
