import Model
import Testing

struct ColumnsTests {
  private let sex = Variable(name: "sex", kind: .category, label: LocalizedText("sex"))

  @Test func `a column of the same name is replaced and keeps its place`() {
    var columns = Columns(rowCount: 2)
    columns.set(.category([4, 5]), for: sex)
    columns.set(.number([1, 2]), for: Variable(name: "age", kind: .date, label: LocalizedText("age")))
    columns.set(.category([5, 4]), for: sex)
    #expect(columns.variables.map(\.name) == ["sex", "age"])
    #expect(columns["sex"] == .category([5, 4]))
    #expect(columns["colour"] == nil)
  }

  @Test func `a category variable takes two bytes when it has more categories than fit one`() {
    func variable(_ count: Int) -> Variable {
      Variable(
        name: "v", kind: .category, label: LocalizedText("v"),
        categories: (0..<count).map { Category(code: "c\($0)", label: LocalizedText("c")) })
    }
    #expect(variable(252).emptyColumn() == .category([]))
    #expect(variable(253).emptyColumn() == .wideCategory([]))
  }
}
