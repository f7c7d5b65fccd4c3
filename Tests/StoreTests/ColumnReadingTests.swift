@testable import Model
@testable import Store
import Testing

struct ColumnReadingTests {
  private func signs(_ count: Int) -> Variable {
    Variable(
      name: "signs", kind: .set, label: LocalizedText("signs"),
      categories: (0..<count).map { Model.Category(code: "c\($0)", label: LocalizedText("c")) })
  }

  private func read(_ masks: [UInt64], of stored: Variable, as today: Variable) throws -> PackedColumn {
    let packed = PackedVariable(stored)
    var column = today.column(of: .notAsked, count: masks.count)
    let remap = try #require(ColumnRemap(from: packed, to: today))
    try masks.withUnsafeBytes { try column.read($0, of: packed, as: remap, at: 0) }
    return column
  }

  @Test func `a set of sixty categories is read with every reason`() throws {
    let masks: [UInt64] = [0, 1, 1 << 59, (1 << 60) - 1, 1 << 60, 1 << 61, 1 << 62, 1 << 63]
    #expect(try read(masks, of: signs(60), as: signs(60)) == .set(masks))
  }

  @Test func `a bit of a category that the set does not have is damage`() throws {
    #expect(try read([0b111, 1 << 60], of: signs(3), as: signs(3)) == .set([0b111, 1 << 60]))
    #expect(throws: UnreadableValue.self) { try read([0b1000], of: signs(3), as: signs(3)) }
  }

  @Test func `members move with their categories, and reasons stay where they are`() throws {
    var turned = signs(60)
    turned.categories.reverse()
    #expect(
      try read([0b11, 1 << 59, 1 << 60, 1 << 63, 0], of: signs(60), as: turned)
        == .set([0b11 << 58, 1, 1 << 60, 1 << 63, 0]))
  }
}
