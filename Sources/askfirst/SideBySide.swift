import Glibc
import Synchronization

/// Does pieces of work, numbered from 0, on all processors at once, and gives their results in order.
func sideBySide<Result: Sendable>(
  _ count: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  let results = Mutex([Result?](repeating: nil, count: count))
  let next = Atomic(0)
  withoutActuallyEscaping(work) { work in
    let takePieces: @Sendable () -> Void = {
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let result = work(number)
        results.withLock { $0[number] = result }
      }
    }
    // Where no further thread can be had, those that there are do the work.
    let others = (1..<max(1, min(count, processors))).compactMap { _ in Thread(takePieces) }
    takePieces()
    for thread in others { thread.wait() }
  }
  return results.withLock { $0.compactMap(\.self) }
}

/// How many processors there are.
var processors: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
