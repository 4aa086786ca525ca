// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built alike: warnings are errors, unsafe expressions are marked.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A module of the program; the arrows are those of the table in README.md, and a test holds them.
func module(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, of dependencies: [Target.Dependency], goldens excluded: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: excluded, swiftSettings: strict)
}

let package = Package(
  name: "askfirst",
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    module("Diagnostics"),
    module("PolicyModel"),
    module("DecisionEngine", imports: ["PolicyModel"]),
    module("YAMLReading", imports: ["CYAML", "Diagnostics"]),
    module("KnowledgeLoading", imports: ["Diagnostics", "PolicyModel", "YAMLReading"]),
  ],
  swiftLanguageModes: [.v6]
)
