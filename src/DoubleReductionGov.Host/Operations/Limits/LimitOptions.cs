namespace DoubleReductionGov.Host.Operations.Limits;

/// <summary>Section <c>Limits</c>: how much the process takes at once. Each bounds what a single caller, or all together, can cost.</summary>
internal sealed class LimitOptions
{
    /// <summary>Largest body of a request that is no upload.</summary>
    public int RequestBodyKilobytes { get; set; } = 1024;

    /// <summary>Largest body where a file is expected; what a file may really have is a setting of the module.</summary>
    public int UploadMegabytes { get; set; } = 64;

    public int RequestHeaderKilobytes { get; set; } = 32;

    /// <summary>Who sends or takes less, after ten seconds, is cut off, or a few could hold all places; 0 means nobody is.</summary>
    public double SlowestBytesPerSecond { get; set; } = 240;

    public int Connections { get; set; } = 5000;

    /// <summary>Connections that stay, such as those of the notices.</summary>
    public int UpgradedConnections { get; set; } = 5000;

    /// <summary>Requests that are worked on at once; 0 means 32 for each processor.</summary>
    public int ConcurrentRequests { get; set; }

    /// <summary>Requests that may wait; 0 means four times as many as are worked on.</summary>
    public int QueuedRequests { get; set; }

    /// <summary>After this long in the queue the caller has lost patience anyway and is told to come back.</summary>
    public double QueueSeconds { get; set; } = 5;
}

/// <summary>Section <c>RateLimits</c>: how often one caller may ask. Counted in each node for itself.</summary>
internal sealed class RateLimitOptions
{
    public bool Enabled { get; set; } = true;

    /// <summary>An account, from wherever it comes.</summary>
    public RateLimit User { get; set; } = new() { Requests = 1200 };

    /// <summary>A machine with credentials of its own.</summary>
    public RateLimit Client { get; set; } = new() { Requests = 3000 };

    /// <summary>An address (an IPv6 network of /64) from which nobody has signed in. A county's officials may share one.</summary>
    public RateLimit Anonymous { get; set; } = new() { Requests = 600 };

    /// <summary>Attempts from one address to sign in or to get a token.</summary>
    public RateLimit SignIn { get; set; } = new() { Requests = 30 };
}

/// <summary>So many requests in a sliding window.</summary>
internal sealed class RateLimit
{
    public int Requests { get; set; }

    public double Seconds { get; set; } = 60;
}
