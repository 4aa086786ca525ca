import Foundation
import FuzzedParts
import FuzzerDriver

// The part to be tried is named in the environment; libFuzzer has the arguments.
let environment = ProcessInfo.processInfo.environment
guard let named = FuzzedPart(rawValue: environment["ASKFIRST_FUZZ"] ?? "") else {
  let names = FuzzedPart.allCases.map(\.rawValue)
  print("name one of these in ASKFIRST_FUZZ: \(names.joined(separator: " "))")
  exit(2)
}

// The fuzzer calls a C function, which can see what is global only.
let part = named
let folder = environment["ASKFIRST_KNOWLEDGE"] ?? "Knowledge"
nonisolated(unsafe) var program = try FuzzedProgram(knowledge: folder, copy: folder + ".fuzz")
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
exit(
  unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    unsafe program.give(Array(UnsafeBufferPointer(start: data, count: size)), to: part)
    return 0
  })
