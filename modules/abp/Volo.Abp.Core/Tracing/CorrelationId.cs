using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Tracing;

/// <summary>What belongs to one request, on whichever node and in whichever thread, bears one id.</summary>
public interface ICorrelationIdProvider
{
    string? Get();

    IDisposable Change(string? correlationId);
}

public class DefaultCorrelationIdProvider : ICorrelationIdProvider, ISingletonDependency
{
    private readonly AsyncLocal<string?> _current = new();

    public virtual string? Get() => _current.Value;

    public virtual IDisposable Change(string? correlationId)
    {
        var previous = _current.Value;
        _current.Value = correlationId;
        return new DisposeAction(() => _current.Value = previous);
    }
}

public class AbpCorrelationIdOptions
{
    public string HttpHeaderName { get; set; } = "X-Correlation-Id";

    public bool SetResponseHeader { get; set; } = true;
}
