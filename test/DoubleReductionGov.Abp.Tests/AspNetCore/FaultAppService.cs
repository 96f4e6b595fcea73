using System.ComponentModel.DataAnnotations;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Validation;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

/// <summary>Fails in every way.</summary>
public sealed class FaultAppService : ApplicationService
{
    public Task<string> GetAsync(string kind) => throw Make(kind);

    public Task CreateAsync(string kind) => throw Make(kind);

    private static Exception Make(string kind) => kind switch
    {
        "business" => new BusinessException("My:001", "secret").WithData("k", "v"),
        "business-details" => new BusinessException("My:001", "secret", details: "secret too"),
        "friendly" => new UserFriendlyException("hello", "F1", "det"),
        "not-found" => new EntityNotFoundException(typeof(Lion), Guid.Empty),
        "not-found-without-id" => new EntityNotFoundException(typeof(Lion)),
        "concurrency" => new AbpDbConcurrencyException("secret"),
        "not-implemented" => new NotImplementedException("secret"),
        "internal" => new InvalidOperationException("secret"),
        "mapped" => new BusinessException("My:Teapot"),
        "own-status" => new OwnStatusException(),
        "localized" => new BusinessException("Zoo:Refused").WithData("animal", "lion").WithData("who", "you"),
        "localized-friendly" => new UserFriendlyException("own words", "Zoo:Refused").WithData("animal", "lion").WithData("who", "you"),
        "unknown-text" => new BusinessException("Zoo:NoSuchText"),
        "authorization" => new AbpAuthorizationException("secret"),
        "validation" => new AbpValidationException("secret", [new ValidationResult("Too old", ["Age"]), new ValidationResult("Odd", ["First.SecondPart"])]),
        "aggregate" => new AggregateException(new BusinessException("My:Teapot")),
        "aggregate-authorization" => new AggregateException(new AbpAuthorizationException()),
        "aggregate-other" => new AggregateException(new InvalidOperationException("secret")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private sealed class OwnStatusException : BusinessException, IHasHttpStatusCode
    {
        public OwnStatusException() : base("My:Teapot")
        {
        }

        public int HttpStatusCode => 422;
    }

    private sealed class Lion;
}
