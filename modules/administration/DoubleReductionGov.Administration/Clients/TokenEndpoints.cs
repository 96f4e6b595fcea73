using System.Text;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Administration.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.Clients;

/// <summary>What RFC 6749 and RFC 7009 say to machines: form in, their own JSON out.</summary>
internal static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/connect/token", (HttpContext context, TokenDesk desk) => AnswerAsync(context, desk.IssueAsync)).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/connect/revocation", (HttpContext context, TokenDesk desk) => AnswerAsync(context, desk.RevokeAsync)).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<TokenRequest, Task<TokenAnswer>> act)
    {
        context.Response.Headers.CacheControl = "no-store";
        var request = await TokenRequest.ReadAsync(context.Request);
        var answer = request is null ? TokenAnswer.Refuse("invalid_request") : await act(request);
        if (answer.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"connect\"";
        }

        return Results.Json(answer.Body, statusCode: answer.Status);
    }
}

/// <param name="Form">Each parameter once, as RFC 6749 §3.2 demands.</param>
internal sealed record TokenRequest(string? ClientId, string? Secret, IReadOnlyDictionary<string, string> Form)
{
    private const string Basic = "Basic ";
    private const int MaximumFormLength = 16 * 1024;

    /// <returns>Null if it is not a form, too long, or names its client twice.</returns>
    public static async Task<TokenRequest?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > MaximumFormLength)
        {
            return null;
        }

        var form = await request.ReadFormAsync();
        if (form.Any(field => field.Value.Count != 1))
        {
            return null;
        }

        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return new TokenRequest(fields.GetValueOrDefault("client_id"), fields.GetValueOrDefault("client_secret"), fields);
        }

        var bytes = new byte[header.Length];
        if (fields.ContainsKey("client_secret") || !Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return new TokenRequest(Uri.UnescapeDataString(pair[0]), pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : null, fields);
    }
}

internal sealed record TokenAnswer(int Status, object Body)
{
    public static TokenAnswer Refuse(string error) =>
        new(error == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest, new { error });
}

/// <summary>Gives tokens to clients that show their secret, and takes them back.</summary>
internal sealed class TokenDesk(
    IRepository<ApiClient, Guid> clients, IRepository<AccessToken, Guid> tokens, IPermissionStore permissions, ITenantStore tenants, SignInLogWriter log,
    ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IGuidGenerator guidGenerator, IClock clock)
    : ITransientDependency
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public Task<TokenAnswer> IssueAsync(TokenRequest request) => AsClientAsync(request, async client =>
    {
        if (request.Form.GetValueOrDefault("grant_type") is not { } grantType)
        {
            return TokenAnswer.Refuse("invalid_request");
        }

        if (grantType != "client_credentials")
        {
            return TokenAnswer.Refuse("unsupported_grant_type");
        }

        var scopes = request.Form.GetValueOrDefault("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList() ?? [];
        if (scopes.Count == 0 || !await HasAllAsync(client, scopes))
        {
            return TokenAnswer.Refuse("invalid_scope");
        }

        var now = clock.Now;
        await tokens.DeleteDirectAsync(t => t.ClientId == client.ClientId && t.ExpiresAt < now);
        var (row, token) = AccessToken.ForClient(guidGenerator.Create(), client.TenantId, client.ClientId, scopes, now, now + Lifetime);
        await tokens.InsertAsync(row);
        await log.WriteClientAsync(SignInActions.ClientAuthenticated, client.ClientId);
        return new TokenAnswer(StatusCodes.Status200OK, new { access_token = token, token_type = "Bearer", expires_in = (int)Lifetime.TotalSeconds, scope = row.Scopes });
    });

    /// <summary>Also for a token that does not exist or is not this client's, the answer is 200 (RFC 7009 §2.2).</summary>
    public Task<TokenAnswer> RevokeAsync(TokenRequest request) => AsClientAsync(request, async client =>
    {
        if (request.Form.GetValueOrDefault("token") is not { } token)
        {
            return TokenAnswer.Refuse("invalid_request");
        }

        var hash = AccessToken.HashOf(token);
        var row = await tokens.FindAsync(t => t.Hash == hash && t.ClientId == client.ClientId);
        row?.Revoke(clock.Now);
        return new TokenAnswer(StatusCodes.Status200OK, new { });
    });

    // Completed also when refused: what was tried stays in the log.
    private async Task<TokenAnswer> AsClientAsync(TokenRequest request, Func<ApiClient, Task<TokenAnswer>> act)
    {
        Guid? tenantId = null;
        var isKnown = request.ClientId is { Length: <= ApiClient.ClientIdMaxLength } clientId && ApiClient.TryReadTenant(clientId, out tenantId)
            && (tenantId is not { } id || await tenants.FindAsync(id) is { IsActive: true });
        using var inTenant = currentTenant.Change(isKnown ? tenantId : null);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var client = isKnown ? await clients.FindAsync(c => c.ClientId == request.ClientId && c.IsActive) : null;
        TokenAnswer answer;
        if (client?.FindSecret(request.Secret ?? "") is { } secret)
        {
            secret.Use(clock.Now);
            answer = await act(client);
        }
        else
        {
            await log.WriteClientAsync(SignInActions.ClientRefused, client?.ClientId);
            answer = TokenAnswer.Refuse("invalid_client");
        }

        await unitOfWork.CompleteAsync();
        return answer;
    }

    private async Task<bool> HasAllAsync(ApiClient client, IEnumerable<string> scopes)
    {
        foreach (var scope in scopes)
        {
            if (!await permissions.IsGrantedAsync(scope, ClientPermissionValueProvider.ProviderName, client.ClientId))
            {
                return false;
            }
        }

        return true;
    }
}
