using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Guids;

public interface IGuidGenerator
{
    Guid Create();
}

/// <summary>Version 7: ordered by time on every database that we use.</summary>
internal sealed class GuidGenerator : IGuidGenerator, ISingletonDependency
{
    public Guid Create() => Guid.CreateVersion7();
}
