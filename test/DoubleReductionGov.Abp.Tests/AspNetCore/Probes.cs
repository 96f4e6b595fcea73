using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Authorization.Permissions;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

/// <summary>A method for each rule of the conventional routes.</summary>
public sealed class ProbeAppService : ApplicationService
{
    public Task<List<int>> GetListAsync(PagedAndSortedResultRequestDto input) => Task.FromResult<List<int>>([input.SkipCount, input.MaxResultCount]);

    public Task<string> GetAsync(Guid id) => Task.FromResult(id.ToString());

    public Task<Thing> CreateAsync(Thing input) => Task.FromResult(input);

    public Task<Thing> UpdateAsync(Guid id, Thing input) => Task.FromResult(input);

    public Task DeleteAsync(Guid id) => Task.CompletedTask;

    public Task DoItAsync() => Task.CompletedTask;

    public Task ApproveAsync(Guid id) => Task.CompletedTask;

    public Task<int> GetCountByUserIdAsync(Guid userId) => Task.FromResult(1);

    public Task AddItemAsync(Guid id, Thing input) => Task.CompletedTask;

    public Task RemoveItemAsync(Guid id, Guid itemId) => Task.CompletedTask;

    public Task<List<string>> GetAllNamesAsync() => Task.FromResult<List<string>>(["a"]);

    public Task<string> FindByNameAsync(string name) => Task.FromResult(name);

    public Task PatchStateAsync(Guid id, Thing input) => Task.CompletedTask;

    public Task PutThingAsync(Guid id, Guid orgId, Guid userId) => Task.CompletedTask;

    public Task PostponeAsync(Guid id, int days) => Task.CompletedTask;

    public Task<string> GetWithOptionalAsync(Guid id, Guid? otherId = null) => Task.FromResult("");

    [HttpGet("custom/{id}")]
    public Task<string> ReadOwnRouteAsync(int id) => Task.FromResult($"own {id}");

    [HttpPut]
    public Task<string> SendOwnVerbAsync() => Task.FromResult("own verb");

    [RemoteService(false)]
    public Task HiddenAsync() => Task.CompletedTask;

    public sealed record Thing(string? Name);
}

[Route("own-root")]
public sealed class OwnRouteAppService : ApplicationService
{
    [HttpGet("here")]
    public string Read() => "own root";
}

[RemoteService(false)]
public sealed class SwitchedOffAppService : ApplicationService
{
    public string Get() => "never";
}

[IntegrationService]
public sealed class InnerIntegrationService : ApplicationService
{
    public string Get() => "never";
}

[RemoteService(IsMetadataEnabled = false)]
public sealed class UndescribedAppService : ApplicationService
{
    public string Get() => "undescribed";
}

/// <summary>Answers of every kind.</summary>
public sealed class ResultAppService : ApplicationService
{
    public Task GetNothingAsync() => Task.CompletedTask;

    public void DoNothing() => LazyServiceProvider.ShouldNotBeNull();

    public Task<string?> GetNullAsync() => Task.FromResult<string?>(null);

    public string GetText() => "text";

    public Answer GetObject() => new("n", null, DayOfWeek.Friday);

    public PagedResultDto<int> GetPage() => new(3, [1, 2]);

    public async Task<string> UploadAsync(IRemoteStreamContent file)
    {
        using var reader = new StreamReader(file.GetStream());
        return $"{file.FileName} {file.ContentType} {file.ContentLength} {await reader.ReadToEndAsync()}";
    }

    public IRemoteStreamContent GetFile() => new RemoteStreamContent(new MemoryStream("content"u8.ToArray()), "名 称.txt", "text/plain");

    public sealed record Answer(string Name, string? Missing, DayOfWeek Day);
}

/// <summary>Checks its input.</summary>
public sealed class FormAppService : ApplicationService
{
    public Task CreateAsync(FormInput input) => Task.CompletedTask;

    public Task<string> GetAsync(Guid id) => Task.FromResult(id.ToString());

    public Task<int> GetListAsync(PagedResultRequestDto input) => Task.FromResult(input.MaxResultCount);

    public sealed class FormInput : IValidatableObject
    {
        [Required]
        public string? Name { get; set; }

        [Range(1, 120)]
        public int Age { get; set; }

        public PlaceInput? Home { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Name == "nobody")
            {
                yield return new ValidationResult("Nobody is not a name.", [nameof(Name), nameof(Age)]);
            }
        }
    }

    public sealed class PlaceInput
    {
        [StringLength(3)]
        public string? ZipCode { get; set; }
    }
}

/// <summary>Who asks and from where.</summary>
public sealed class WhereAppService : ApplicationService
{
    public string Get() => $"{CurrentTenant.Name ?? "host"} {CurrentUser.Id?.ToString()[^1] ?? 'x'}";

    [Authorize]
    public string GetSignedIn() => "signed in";

    [Authorize("Web.Read")]
    public string GetGranted() => "granted";

    public async Task<string> CheckAsync(string? policy = null)
    {
        await CheckPolicyAsync(policy);
        return "passed";
    }
}

public sealed class WebPermissions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup("Web");
        group.AddPermission("Web.Read", new FixedLocalizableString("Read"));
        group.AddPermission("Web.Host", multiTenancySide: MultiTenancySides.Host);
    }
}
