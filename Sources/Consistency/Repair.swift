/// One cell that, given another value, makes contradictions disappear and no new ones.
struct Repair {
  var cell: Int
  var old: Double
  var new: Double
  /// Numbers of the relations that it mends.
  var mended: [Int]
}
