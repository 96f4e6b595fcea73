using System.Security.Claims;
using System.Text.Encodings.Web;
using DoubleReductionGov.Administration.Clients;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Directory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.Tokens;

/// <summary>Authorization: Bearer. The token is looked up with every request, so that a revoked one is refused at once.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    public const string ScopeClaim = "scope";
    private const string HeaderStart = "Bearer ";
    private static readonly TimeSpan LastUsedInterval = TimeSpan.FromMinutes(1);

    private IServiceProvider Services => Context.RequestServices;

    public static bool IsUsedBy(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(HeaderStart, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Headers.Authorization.ToString()[HeaderStart.Length..].Trim();
        if (!AccessToken.TryReadTenant(token, out var tenantId) || (tenantId is { } id && await Services.GetRequiredService<ITenantStore>().FindAsync(id) is not { IsActive: true }))
        {
            return AuthenticateResult.Fail("unknown token");
        }

        var principal = await ReadAsync(token, tenantId);
        if (principal is not null)
        {
            principal = await Services.GetRequiredService<IAbpClaimsPrincipalFactory>().CreateDynamicAsync(principal);
        }

        return principal?.Identity?.IsAuthenticated == true
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName)) : AuthenticateResult.Fail("token is not valid");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
        return Services.GetRequiredService<SignInLogWriter>().WriteDeniedAsync();
    }

    private async Task<ClaimsPrincipal?> ReadAsync(string token, Guid? tenantId)
    {
        using var inTenant = Services.GetRequiredService<ICurrentTenant>().Change(tenantId);
        using var unitOfWork = Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var now = TimeProvider.GetUtcNow().UtcDateTime;
        var hash = AccessToken.HashOf(token);
        var tokens = await Services.GetRequiredService<IRepository<AccessToken, Guid>>().GetQueryableAsync();
        var row = await tokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash);
        if (row is null || !row.IsValidAt(now) || (row.ClientId is { } clientId && !await IsActiveAsync(clientId)))
        {
            return null;
        }

        if (row.LastUsedAt is null || now - row.LastUsedAt >= LastUsedInterval)
        {
            await tokens.Where(t => t.Id == row.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now));
        }

        var principal = new ClaimsPrincipal(new ClaimsIdentity(await ClaimsAsync(row), SchemeName, AbpClaimTypes.UserName, AbpClaimTypes.Role));
        await unitOfWork.CompleteAsync();
        return principal;
    }

    private async Task<bool> IsActiveAsync(string clientId) =>
        await (await Services.GetRequiredService<IRepository<ApiClient, Guid>>().GetQueryableAsync()).AnyAsync(c => c.ClientId == clientId && c.IsActive);

    private async Task<List<Claim>> ClaimsAsync(AccessToken row)
    {
        var claims = row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("").Select(scope => new Claim(ScopeClaim, scope)).ToList();
        if (row.TenantId is { } tenantId)
        {
            claims.Add(new Claim(AbpClaimTypes.TenantId, tenantId.ToString()));
        }

        if (row.ClientId is { } clientId)
        {
            claims.Add(new Claim(AbpClaimTypes.ClientId, clientId));
        }

        if (row.UserId is { } userId)
        {
            claims.Add(new Claim(AbpClaimTypes.UserId, userId.ToString()));
            if (await Services.GetRequiredService<IDirectoryIntegrationService>().FindPersonOfUserAsync(userId) is { } person)
            {
                claims.Add(new Claim(DirectoryClaims.OrganisationId, person.OrganisationId.ToString()));
            }
        }

        return claims;
    }
}
