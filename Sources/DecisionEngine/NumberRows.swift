/// Rows of numbers, all in one list, so that going through a row asks for nothing that has to be counted.
struct NumberRows: Sendable {
  private var numbers: [Int] = []
  private var ends: [Int] = []

  mutating func append(_ row: [Int]) {
    numbers += row
    ends.append(numbers.count)
  }

  /// Where the numbers of a row stand.
  func places(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  /// The number at a place.
  subscript(place: Int) -> Int { numbers[place] }

  func row(_ row: Int) -> ArraySlice<Int> { numbers[places(row)] }
}
