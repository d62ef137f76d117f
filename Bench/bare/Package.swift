// swift-tools-version:6.2
import PackageDescription

// A web server that does nothing but answer with bytes it was given: what Matbaa's own code costs is the distance to it.
let package = Package(
    name: "bare",
    dependencies: [.package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1")],
    targets: [.executableTarget(name: "bare", dependencies: [.product(name: "Hummingbird", package: "hummingbird")])],
    swiftLanguageModes: [.v6]
)
