/// One cell that, given another value, makes contradictions disappear and no new ones.
struct Repair {
  var cell: Int
  var old: Double
  var new: Double
  /// Numbers of the relations that it mends.
  var mended: [Int]
  /// Whether only the digits tell: of the cells that would mend a lone relation this one is the only one that is one
  /// slip away.
  var isMisprint = false
}
