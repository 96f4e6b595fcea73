namespace DoubleReductionGov.Host.Operations.Metrics;

/// <summary>Section <c>Metrics</c>.</summary>
internal sealed class MetricsOptions
{
    /// <summary>The meter of the product. A module asks <c>IMeterFactory</c> for it by this name, and what it counts is shown.</summary>
    public const string ProductMeter = "DoubleReductionGov";

    public bool Enabled { get; set; } = true;

    /// <summary>Label combinations of one metric; what comes after them is counted together, so that no caller can fill the memory.</summary>
    public int MaximumSeries { get; set; } = 500;

    /// <summary>The meters that are read, here and by the export.</summary>
    public string[] Meters { get; set; } =
    [
        ProductMeter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Authentication", "Microsoft.AspNetCore.Authorization", "Microsoft.AspNetCore.Identity",
        "Microsoft.AspNetCore.Http.Connections", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Runtime", "System.Net.Http", "Quartz",
    ];
}
