import TestSupport
import Testing

/// What only PostgreSQL can get wrong.
@Suite("PostgreSQL", .enabled(if: TestEngine.allCases.contains(.postgres), "MATBAA_TEST_ENGINES leaves PostgreSQL out"))
enum PostgresTests {}
