using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using DoubleReductionGov.Administration.SecondFactor;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Administration.Tokens;
using DoubleReductionGov.Host.Http;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Host.Account;

/// <summary>Accounts of a test's own, and the steps of their sign-in.</summary>
internal static class AccountVerbs
{
    public const string Password = "Chun-Feng-88x";

    public static async Task<Guid> CreateAccountAsync(this HostApplication city, County? county, string userName, string? role = null, Action<IdentityUser>? change = null)
    {
        var id = Guid.CreateVersion7();
        await city.InTenantAsync(county, async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            var user = new IdentityUser(id, userName, userName + "@example.invalid", services.GetRequiredService<ICurrentTenant>().Id) { Name = userName };
            (await users.CreateAsync(user, Password)).Succeeded.ShouldBeTrue();
            if (role is not null)
            {
                (await users.AddToRoleAsync(user, role)).Succeeded.ShouldBeTrue();
            }

            change?.Invoke(user);
        });
        return id;
    }

    public static async Task InTenantAsync(this HostApplication city, County? county, Func<IServiceProvider, Task> act)
    {
        Guid? tenantId = county is null ? null : await city.IdOfAsync(county);
        using var inTenant = city.Services.GetRequiredService<ICurrentTenant>().Change(tenantId);
        using var unitOfWork = city.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await act(unitOfWork.ServiceProvider);
        await unitOfWork.CompleteAsync();
    }

    public static Task ChangeAccountAsync(this HostApplication city, County? county, Guid id, Func<IdentityUserManager, IdentityUser, Task> change) =>
        city.InTenantAsync(county, async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            await change(users, await users.GetByIdAsync(id));
        });

    /// <summary>Signed in with everything it takes.</summary>
    public static async Task<HttpClient> EnterAsync(this HostApplication city, County? county, string userName, string password = Password)
    {
        var client = city.OpenPortal();
        (await client.BeginAsync(city, county, userName, password)).Step.ShouldBe(SignInStep.Done);
        await client.TakeTokenAsync();
        return client;
    }

    public static async Task<LoginResult> BeginAsync(this HttpClient client, HostApplication city, County? county, string userName, string password = Password) =>
        await HttpVerbs.ReadAsync<LoginResult>(await city.LogInAsync(client, new Official(county, userName), password));

    /// <summary>The antiforgery token of the account that is now signed in.</summary>
    public static async Task TakeTokenAsync(this HttpClient client) =>
        (await client.GetAsync("/api/abp/application-configuration?includeLocalizationResources=false")).EnsureSuccessStatusCode().Dispose();

    public static string CodeOf(string secret, int stepsLater = 0)
    {
        const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Select(c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var bytes = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsLater;
#pragma warning disable CA5350 // The standard's hash.
        var hash = HMACSHA1.HashData(bytes, BitConverter.GetBytes(IPAddress.HostToNetworkOrder(step)));
#pragma warning restore CA5350
        var number = IPAddress.NetworkToHostOrder(BitConverter.ToInt32(hash, hash[^1] & 0x0F)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>With a second factor: its secret and its recovery codes.</summary>
    public static async Task<(string Secret, IReadOnlyList<string> RecoveryCodes)> EnrolAsync(this HttpClient client)
    {
        var authenticator = await client.PostAsync<AuthenticatorDto>("/api/account/second-factor/start", new { });
        authenticator.Uri.ShouldStartWith("otpauth://totp/");
        var codes = await client.PostAsync<RecoveryCodesDto>("/api/account/second-factor/enable", new CodeInput(CodeOf(authenticator.Secret, -1)));
        return (authenticator.Secret, codes.RecoveryCodes);
    }

    public static Task<HttpResponseMessage> WithTokenAsync(this HttpClient client, string token, HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body, options: HttpVerbs.Json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client.SendAsync(request);
    }

    public static async Task<CreatedAccessTokenDto> CreateTokenAsync(this HttpClient client, params string[] scopes) =>
        await client.PostAsync<CreatedAccessTokenDto>("/api/account/access-token", new CreateAccessTokenInput("nightly report", scopes, DateTime.UtcNow.AddDays(30)));
}
