// swift-tools-version: 6.3
import PackageDescription

/// Every Swift target is built alike: warnings are errors, unsafe expressions are marked.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A module of the program is besides kept from the libraries for regular expressions and concurrency,
/// which nobody imports by name: they would be 3 MB of the program.
let lean =
  strict + [
    .unsafeFlags([
      "-Xfrontend", "-disable-implicit-string-processing-module-import",
      "-Xfrontend", "-disable-implicit-concurrency-module-import",
    ])
  ]

/// The engine and its brute-force tests go through a million cases, which takes minutes unoptimised;
/// readers of files are tried with files of 30 MB, for which they have two seconds.
let quickly: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
let quick = lean + quickly

/// A module of the program; the arrows are those of the table in README.md, and a test holds them.
func module(
  _ name: String, imports dependencies: [Target.Dependency] = [],
  settings: [SwiftSetting] = lean
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, of dependencies: [Target.Dependency], beside excluded: [String] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: excluded, swiftSettings: settings)
}

/// The fuzzer is only built where `.ci/fuzz` asks for it, with libFuzzer from the toolchain.
let fuzzing: [Target] =
  Context.environment["ASKFIRST_FUZZ"] == nil
  ? []
  : [
    .target(name: "FuzzerDriver", path: "Tests/FuzzerDriver"),
    .executableTarget(
      name: "Fuzzing", dependencies: ["FuzzedParts", "FuzzerDriver"], path: "Tests/Fuzzing"),
  ]

/// What measures is only built where `.ci/benchmark` asks for it; the peers beside it are built there.
let measuring: [Target] =
  Context.environment["ASKFIRST_BENCHMARK"] == nil
  ? []
  : [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "DecisionEngine", "Diagnostics", "GrownKnowledge", "KnowledgeLoading", "PolicyModel",
        "PseudoTerminal", "QuestionRouting", "Scenarios",
      ], path: "Tests/Benchmarks", exclude: ["Peers"], swiftSettings: strict)
  ]

let package = Package(
  name: "askfirst",
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    module("Diagnostics", settings: quick),
    module("Files"),
    module("PolicyModel", settings: quick),
    module("DecisionEngine", imports: ["PolicyModel"], settings: quick),
    .target(name: "CTextBits", cSettings: [.treatAllWarnings(as: .error)]),
    module("QuestionRouting", imports: ["CTextBits", "PolicyModel"], settings: quick),
    module("YAMLReading", imports: ["CYAML", "Diagnostics"], settings: quick),
    module(
      "KnowledgeLoading", imports: ["Diagnostics", "Files", "PolicyModel", "YAMLReading"],
      settings: quick),
    module(
      "Authoring", imports: ["DecisionEngine", "Diagnostics", "PolicyModel", "QuestionRouting"],
      settings: quick),
    module(
      "Scenarios",
      imports: ["DecisionEngine", "Diagnostics", "PolicyModel", "QuestionRouting", "YAMLReading"],
      settings: quick),
    module(
      "Presentation",
      imports: ["Authoring", "DecisionEngine", "Diagnostics", "PolicyModel", "Scenarios"]),
    .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(
      name: "CEditLineShims", dependencies: ["CEditLine"],
      cSettings: [.treatAllWarnings(as: .error)]),
    module("LineEditing", imports: ["CEditLine", "CEditLineShims"]),
    module(
      "Shell",
      imports: [
        "DecisionEngine", "Diagnostics", "LineEditing", "PolicyModel", "Presentation",
        "QuestionRouting", "Scenarios",
      ]),
    .executableTarget(
      name: "askfirst",
      dependencies: [
        "Authoring", "DecisionEngine", "Diagnostics", "Files", "KnowledgeLoading", "LineEditing",
        "PolicyModel", "Presentation", "QuestionRouting", "Scenarios", "Shell",
      ],
      swiftSettings: lean),

    .target(name: "Goldens", path: "Tests/Goldens", swiftSettings: strict),
    .target(
      name: "GrownKnowledge", dependencies: ["YAMLReading"], path: "Tests/GrownKnowledge",
      swiftSettings: strict),
    .target(
      name: "PseudoTerminal", dependencies: ["CEditLineShims"], path: "Tests/PseudoTerminal",
      swiftSettings: strict),
    .executableTarget(
      name: "LineEditingProbe", dependencies: ["LineEditing"], path: "Tests/LineEditingProbe",
      swiftSettings: strict),
    .target(
      name: "FuzzedParts",
      dependencies: [
        "Authoring", "Diagnostics", "KnowledgeLoading", "PolicyModel", "Presentation",
        "QuestionRouting", "Scenarios", "Shell", "YAMLReading",
      ], path: "Tests/FuzzedParts", swiftSettings: strict),
    tests("FuzzedPartsTests", of: ["FuzzedParts"]),
    tests("ArchitectureTests", of: []),
    tests("FilesTests", of: ["Files"]),
    tests("PolicyModelTests", of: ["PolicyModel"]),
    tests("DiagnosticsTests", of: ["Diagnostics"]),
    tests("YAMLReadingTests", of: ["YAMLReading", "Diagnostics"]),
    tests(
      "KnowledgeLoadingTests", of: ["KnowledgeLoading", "Diagnostics", "PolicyModel"],
      beside: ["Fixtures"]),
    tests(
      "SchemaTests",
      of: ["KnowledgeLoading", "Diagnostics", "PolicyModel", "Scenarios", "YAMLReading"]),
    tests(
      "DecisionEngineTests", of: ["DecisionEngine", "PolicyModel"], settings: strict + quickly),
    tests("QuestionRoutingTests", of: ["QuestionRouting", "PolicyModel"]),
    tests(
      "AuthoringTests",
      of: [
        "Authoring", "DecisionEngine", "Diagnostics", "KnowledgeLoading", "PolicyModel",
        "QuestionRouting",
      ],
      beside: ["Fixtures"]),
    tests(
      "ScenariosTests",
      of: [
        "Scenarios", "DecisionEngine", "Diagnostics", "FuzzedParts", "PolicyModel",
        "QuestionRouting",
      ]),
    tests(
      "PresentationTests",
      of: [
        "Presentation", "Authoring", "DecisionEngine", "Goldens", "KnowledgeLoading",
        "PolicyModel", "Scenarios",
      ],
      beside: ["Golden"]),
    tests(
      "LineEditingTests", of: ["LineEditing", "LineEditingProbe", "PseudoTerminal"]),
    tests(
      "ShellTests",
      of: [
        "Shell", "DecisionEngine", "Diagnostics", "Goldens", "KnowledgeLoading", "LineEditing",
        "PolicyModel", "Presentation", "QuestionRouting", "Scenarios",
      ],
      beside: ["Golden"]),
    tests(
      "EndToEndTests",
      of: ["askfirst", "Diagnostics", "Goldens", "Presentation", "PseudoTerminal"],
      beside: ["Golden"]),
    tests(
      "ShippedKnowledgeTests",
      of: [
        "Authoring", "DecisionEngine", "Diagnostics", "GrownKnowledge", "KnowledgeLoading",
        "PolicyModel", "QuestionRouting", "Scenarios",
      ],
      beside: ["Questions"], settings: strict + quickly),
  ] + fuzzing + measuring,
  swiftLanguageModes: [.v6]
)
