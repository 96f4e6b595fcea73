using DoubleReductionGov.Host.Operations.Health;
using DoubleReductionGov.Host.Operations.Limits;
using DoubleReductionGov.Host.Operations.Metrics;

namespace DoubleReductionGov.Host.Operations;

/// <summary>What operators read is complete, and the files that they install say what they must.</summary>
public sealed class DocumentationTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Every_option_of_operations_is_explained()
    {
        var text = Read("docs/operations.md");
        (string Section, Type Type)[] sections =
            [("Operations", typeof(OperatorOptions)), ("Health", typeof(HealthOptions)), ("Metrics", typeof(MetricsOptions)), ("Limits", typeof(LimitOptions)), ("RateLimits", typeof(RateLimitOptions))];

        var missing = from section in sections
                      from property in section.Type.GetProperties()
                      let key = $"`{section.Section}:{property.Name}"
                      where !text.Contains(key, StringComparison.Ordinal)
                      select key;

        missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("etc/deploy/systemd/double-reduction-gov.service", "Type=notify", "NoNewPrivileges=yes", "ProtectSystem=strict", "User=double-reduction", "TimeoutStopSec=45")]
    [InlineData("etc/deploy/nginx/double-reduction-gov.conf", "ssl_protocols TLSv1.2 TLSv1.3;", "proxy_set_header X-Forwarded-For $remote_addr;", "proxy_set_header Upgrade $http_upgrade;", "client_max_body_size 64m;", "location = /metrics { return 404; }")]
    [InlineData("etc/deploy/container/Containerfile", "USER app", "HEALTHCHECK", "STOPSIGNAL SIGTERM", "AS build")]
    [InlineData("etc/deploy/container/compose.yaml", "read_only: true", "no-new-privileges:true", "cap_drop: [ALL]", "service_completed_successfully", "stop_grace_period: 45s")]
    [InlineData("etc/deploy/postgresql/create-roles.sh", "NOSUPERUSER NOBYPASSRLS", "NOSUPERUSER BYPASSRLS", "default_transaction_read_only = on")]
    public void What_is_installed_says_what_it_must(string file, params string[] parts)
    {
        var text = Read(file);

        parts.ShouldAllBe(part => text.Contains(part));
        text.Count(c => c == '{').ShouldBe(text.Count(c => c == '}'), file);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DoubleReductionGov.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        }

        return folder;
    }
}
