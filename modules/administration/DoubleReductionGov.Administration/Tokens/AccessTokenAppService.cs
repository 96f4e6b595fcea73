using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.Tokens;

/// <summary>The signed-in person's tokens for tools of the own (personal access tokens). A token cannot make tokens.</summary>
[Route("api/account/access-token")]
[Authorize]
[NeedsSession]
public sealed class AccessTokenAppService : ApplicationService
{
    /// <summary>As long as a leap year.</summary>
    private const int MaximumDays = 366;

    private IRepository<AccessToken, Guid> Tokens => LazyServiceProvider.LazyGetRequiredService<IRepository<AccessToken, Guid>>();

    private GrantablePermissions Grantable => LazyServiceProvider.LazyGetRequiredService<GrantablePermissions>();

    /// <summary>The newest first, revoked and expired ones too.</summary>
    [HttpGet]
    public async Task<PagedResultDto<AccessTokenDto>> GetListAsync([FromQuery] PagedResultRequestDto input)
    {
        var userId = CurrentUser.GetId();
        var tokens = (await Tokens.GetQueryableAsync()).AsNoTracking().Where(t => t.UserId == userId);
        var page = await tokens.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Skip(input.SkipCount).Take(input.MaxResultCount).ToListAsync();
        return new PagedResultDto<AccessTokenDto>(await tokens.LongCountAsync(), page.ConvertAll(Describe));
    }

    /// <summary>What a token can be made for: the permissions that the person has.</summary>
    [HttpGet("scopes")]
    public async Task<ListResultDto<ScopeDto>> GetScopesAsync() => new(await Grantable.GetHeldAsync());

    /// <returns>The token, which nobody can read again. Refusals: Account:ScopeNotHeld, Account:ExpiryNotAllowed.</returns>
    [HttpPost]
    [NeedsConfirmation]
    public async Task<CreatedAccessTokenDto> CreateAsync([FromBody] CreateAccessTokenInput input)
    {
        await EnsureHeldAsync(input.Scopes);
        if (input.ExpiresAt <= Clock.Now || input.ExpiresAt > Clock.Now.AddDays(MaximumDays))
        {
            throw new BusinessException(AccountErrors.ExpiryNotAllowed);
        }

        var (row, token) = AccessToken.ForPerson(
            GuidGenerator.Create(), CurrentTenant.Id, CurrentUser.GetId(), input.Name.Trim(), input.Scopes.Distinct(), Clock.Now, input.ExpiresAt);
        await Tokens.InsertAsync(row);
        await LogAsync(SignInActions.TokenCreated);
        return new CreatedAccessTokenDto(token, Describe(row));
    }

    /// <summary>Revokes it; with its next use it is refused.</summary>
    [HttpDelete("{id}")]
    public async Task DeleteAsync(Guid id)
    {
        var userId = CurrentUser.GetId();
        (await Tokens.GetAsync(t => t.Id == id && t.UserId == userId)).Revoke(Clock.Now);
        await LogAsync(SignInActions.TokenRevoked);
    }

    private async Task EnsureHeldAsync(IEnumerable<string> scopes)
    {
        var held = (await Grantable.GetHeldAsync()).Select(scope => scope.Name).ToHashSet();
        if (scopes.FirstOrDefault(scope => !held.Contains(scope)) is { } other)
        {
            throw new BusinessException(AccountErrors.ScopeNotHeld).WithData("scope", other);
        }
    }

    private async Task LogAsync(string action)
    {
        var user = await LazyServiceProvider.LazyGetRequiredService<IdentityUserManager>().GetByIdAsync(CurrentUser.GetId());
        await LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>().WriteAsync(action, user);
    }

    private static AccessTokenDto Describe(AccessToken token) => new(
        token.Id, token.Name, token.Prefix, token.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt is not null);
}

/// <param name="Prefix">How it begins, to recognise it by.</param>
/// <param name="LastUsedAt">To the minute.</param>
public sealed record AccessTokenDto(
    Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt, bool IsRevoked);

public sealed record CreatedAccessTokenDto(string Token, AccessTokenDto AccessToken);

public sealed record CreateAccessTokenInput(
    [Required, StringLength(AccessToken.NameMaxLength)] string Name, [Required, MinLength(1), MaxLength(200)] IReadOnlyList<string> Scopes, DateTime ExpiresAt);

/// <param name="Name">The permission's name.</param>
/// <param name="Group">The permission's group, in the reader's language.</param>
public sealed record ScopeDto(string Name, string DisplayName, string Group);

/// <summary>The permissions of the current side, described for choosing.</summary>
internal sealed class GrantablePermissions(
    IPermissionDefinitionManager definitions, IPermissionChecker checker, Volo.Abp.MultiTenancy.ICurrentTenant currentTenant,
    Microsoft.Extensions.Localization.IStringLocalizerFactory localizerFactory)
    : Volo.Abp.DependencyInjection.ITransientDependency
{
    public async Task<IReadOnlyList<ScopeDto>> GetAllAsync()
    {
        var side = Volo.Abp.MultiTenancy.CurrentTenantExtensions.GetMultiTenancySide(currentTenant);
        return (
            from @group in await definitions.GetGroupsAsync()
            from permission in @group.GetPermissionsWithChildren()
            where permission.IsEnabled && permission.MultiTenancySide.HasFlag(side)
            select new ScopeDto(permission.Name, permission.DisplayName.Localize(localizerFactory), @group.DisplayName.Localize(localizerFactory))).ToList();
    }

    public async Task<IReadOnlyList<ScopeDto>> GetHeldAsync()
    {
        var held = new List<ScopeDto>();
        foreach (var permission in await GetAllAsync())
        {
            if (await checker.IsGrantedAsync(permission.Name))
            {
                held.Add(permission);
            }
        }

        return held;
    }
}
