using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace DoubleReductionGov.Host.Databases;

/// <summary>A test of what only PostgreSQL has; in a run on SQLite it is not there at all.</summary>
[XunitTestCaseDiscoverer(typeof(PostgresFactDiscoverer))]
public sealed class PostgresFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber);

public sealed class PostgresFactDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        TestDatabase.IsPostgres ? base.Discover(discoveryOptions, testMethod, factAttribute) : ValueTask.FromResult<IReadOnlyCollection<IXunitTestCase>>([]);
}
