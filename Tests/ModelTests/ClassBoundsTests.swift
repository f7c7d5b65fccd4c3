@testable import Model
import Testing

private let police = [ClassBounds(below: 18), ClassBounds(from: 18, below: 26), ClassBounds(from: 26)]
private let centre = [ClassBounds(below: 18), ClassBounds(from: 18, below: 23), ClassBounds(from: 23)]

struct ClassBoundsTests {
  @Test func `two divisions of ages meet in the finest classes that both can make`() {
    #expect(commonClasses(of: [police, centre]) == [ClassBounds(below: 18), ClassBounds(from: 18)])
    #expect(commonClasses(of: [police, police]) == police)
    #expect(commonClasses(of: [centre]) == centre)
  }

  @Test func `a finer division meets a wider one in the wider classes`() {
    let tens = [0, 10, 20, 30].map { ClassBounds(from: $0, below: $0 + 10) }
    let twenties = [0, 20].map { ClassBounds(from: $0, below: $0 + 20) }
    #expect(commonClasses(of: [tens, twenties]) == twenties)
  }

  @Test func `divisions without shared edges have nothing in common`() {
    #expect(commonClasses(of: [[ClassBounds(from: 0, below: 10)], [ClassBounds(from: 5, below: 15)]]).isEmpty)
    #expect(commonClasses(of: []).isEmpty)
  }

  @Test func `where a division leaves a gap there is no common class`() {
    let gap = [ClassBounds(below: 18), ClassBounds(from: 23)]
    #expect(commonClasses(of: [centre, gap]) == [ClassBounds(below: 18), ClassBounds(from: 23)])
  }

  @Test func `the order of divisions does not matter`() {
    let other = [ClassBounds(below: 23), ClassBounds(from: 23, below: 26), ClassBounds(from: 26)]
    #expect(commonClasses(of: [police, centre, other]) == commonClasses(of: [other, centre, police]))
    #expect(commonClasses(of: [police, centre, other]) == [ClassBounds()])
  }

  @Test func `classes make up another when they lie edge to edge within it`() {
    #expect(ClassBounds(from: 18).tiles(in: police) == [1, 2])
    #expect(ClassBounds(from: 18, below: 23).tiles(in: police) == nil)
    #expect(ClassBounds(below: 18).tiles(in: centre) == [0])
    #expect(ClassBounds(from: 18, below: 26).tiles(in: centre) == nil)
    let overlapping = [ClassBounds(from: 0, below: 12), ClassBounds(from: 8, below: 20)]
    #expect(ClassBounds(from: 0, below: 20).tiles(in: overlapping) == nil)
  }

  @Test(arguments: [
    (ClassBounds(below: 18), "onder 18", "under 18"),
    (ClassBounds(from: 18, below: 23), "18 tot en met 22", "18 to 22"),
    (ClassBounds(from: 26), "26 of meer", "26 or more"), (ClassBounds(from: 17, below: 18), "17", "17"),
  ])
  func `a class is said in words`(_ bounds: ClassBounds, _ nl: String, _ en: String) {
    #expect(bounds.words == LocalizedText(nl: nl, en: en))
  }
}
