using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Platform.Idempotency;

/// <summary>A request that succeeded, with its answer. It is saved in the transaction of what it did.</summary>
internal sealed class IdempotencyKey : Entity<Guid>, IMultiTenant
{
    public const int KeyMaxLength = 255, CallerMaxLength = 128, RequestMaxLength = 512, ContentTypeMaxLength = 128;

    private IdempotencyKey()
    {
        Caller = Key = Request = BodyHash = null!;
        Answer = null!;
    }

    public IdempotencyKey(Guid id, string caller, string key, IdempotentRequest request, IdempotentAnswer answer, DateTime creationTime) : base(id)
    {
        (Caller, Key) = (caller, key);
        (Request, BodyHash) = request;
        (StatusCode, ContentType, Answer) = answer;
        CreationTime = creationTime;
    }

    public Guid? TenantId { get; private set; }

    public string Caller { get; private set; }

    public string Key { get; private set; }

    /// <summary>Method, path and query.</summary>
    public string Request { get; private set; }

    /// <summary>SHA-256 of the body, hexadecimal.</summary>
    public string BodyHash { get; private set; }

    public int StatusCode { get; private set; }

    public string? ContentType { get; private set; }

    public byte[] Answer { get; private set; }

    public DateTime CreationTime { get; private set; }

    public bool IsOf(IdempotentRequest request) => Request == request.Line && BodyHash == request.BodyHash;
}

internal sealed record IdempotentRequest(string Line, string BodyHash);

internal sealed record IdempotentAnswer(int StatusCode, string? ContentType, byte[] Body);
