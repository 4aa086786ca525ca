import Foundation
import FuzzerDriver

// The part to be tried is named in the environment; libFuzzer has the arguments.
let wanted = ProcessInfo.processInfo.environment["ASKFIRST_FUZZ"] ?? ""
guard let target = Target.all.first(where: { $0.name == wanted }) else {
  print("name one of these in ASKFIRST_FUZZ: \(Target.all.map(\.name).joined(separator: " "))")
  exit(2)
}

nonisolated(unsafe) let take = target.take
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
exit(
  unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    take(unsafe Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  })
