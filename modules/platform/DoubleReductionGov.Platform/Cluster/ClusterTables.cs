using Microsoft.EntityFrameworkCore;

namespace DoubleReductionGov.Platform.Cluster;

/// <summary>A message between nodes that is too long for a notification. It is deleted after some minutes.</summary>
internal sealed class LongNodeMessage
{
    public long Id { get; set; }

    public string Content { get; set; } = "";

    public DateTime CreationTime { get; set; }
}

/// <summary>The tables of the cluster, for the host's migrations.</summary>
public static class ClusterTables
{
    internal const string Messages = "NodeMessages";

    public static void ConfigureCluster(this ModelBuilder builder) =>
        builder.Entity<LongNodeMessage>(b =>
        {
            b.ToTable(Messages);
            b.HasIndex(x => x.CreationTime);
        });
}
