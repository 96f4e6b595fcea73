using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.Clients;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Platform;

namespace DoubleReductionGov.Host.Account;

public sealed class TokenTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Tasks = "Programme.Tasks";
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_token_does_what_its_scopes_name_and_nothing_else_of_its_owner()
    {
        var lead = await _city.SignInAnewAsync(Cast.LeadOf(Cast.Kecheng));
        var (token, row) = await lead.CreateTokenAsync(Tasks);
        var tool = _city.CreateClient();

        (await tool.WithTokenAsync(token, HttpMethod.Get, TaskVerbs.Tasks)).EnsureSuccessStatusCode().Dispose();
        (await tool.WithTokenAsync(token, HttpMethod.Get, "/api/directory/person")).ShouldTurnAway(HttpStatusCode.Forbidden);
        (await tool.WithTokenAsync(token, HttpMethod.Get, "/api/account/me")).ShouldTurnAway(HttpStatusCode.Forbidden);
        (await tool.WithTokenAsync(token, HttpMethod.Post, "/api/account/access-token", new { name = "x", scopes = new[] { Tasks }, expiresAt = DateTime.UtcNow.AddDays(1) }))
            .ShouldTurnAway(HttpStatusCode.Forbidden);
        token.ShouldStartWith("drg_p_");
        row.Prefix.Length.ShouldBeLessThan(token.Length / 2);
        (await _city.Database.TakeSnapshotAsync()).Mentions(token).ShouldBeFalse();
    }

    [Fact]
    public async Task A_revoked_an_expired_and_an_invented_token_are_refused()
    {
        var lead = await _city.SignInAnewAsync(Cast.LeadOf(Cast.Longyou));
        var (revoked, row) = await lead.CreateTokenAsync(Tasks);
        var (expired, other) = await lead.CreateTokenAsync(Tasks);
        var tool = _city.CreateClient();
        (await tool.WithTokenAsync(revoked, HttpMethod.Get, TaskVerbs.Tasks)).EnsureSuccessStatusCode().Dispose();

        (await lead.DeleteAsync($"/api/account/access-token/{row.Id}")).EnsureSuccessStatusCode().Dispose();
        await _city.Database.ExecuteAsync("""UPDATE "AdministrationAccessTokens" SET "ExpiresAt" = @p0 WHERE "Prefix" = @p1""", DateTime.UtcNow.AddMinutes(-1), other.Prefix);

        foreach (var token in new[] { revoked, expired, expired[..^1], "drg_p_city_abc", "drg_p_" + Guid.CreateVersion7().ToString("N") + "_abc", "", "x" })
        {
            (await tool.WithTokenAsync(token, HttpMethod.Get, TaskVerbs.Tasks)).ShouldTurnAway(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_token_is_not_made_for_what_one_may_not_nor_for_ever()
    {
        var staff = await _city.SignInAnewAsync(Cast.StaffOf(Cast.Kecheng));

        await _city.RefusesAsync(
            () => staff.PostAsync("/api/account/access-token", new { name = "x", scopes = new[] { "Programme.Tasks.Assign" }, expiresAt = DateTime.UtcNow.AddDays(1) }),
            HttpStatusCode.Forbidden, AccountErrors.ScopeNotHeld, "Programme.Tasks.Assign");
        await _city.RefusesAsync(
            () => staff.PostAsync("/api/account/access-token", new { name = "x", scopes = new[] { Tasks }, expiresAt = DateTime.UtcNow.AddDays(400) }),
            HttpStatusCode.Forbidden, AccountErrors.ExpiryNotAllowed, "一年");
    }

    [Fact]
    public async Task A_machine_works_with_its_scopes_in_its_county_until_its_token_is_taken_back()
    {
        var (officer, created) = await CreateClientAsync(Cast.Kecheng, "exchange");
        var tool = _city.CreateClient();
        var token = await TokenAsync(created, Tasks);

        (await tool.WithTokenAsync(token, HttpMethod.Get, TaskVerbs.Tasks)).EnsureSuccessStatusCode().Dispose();
        (await tool.WithTokenAsync(token, HttpMethod.Get, "/api/directory/person")).ShouldTurnAway(HttpStatusCode.Forbidden);
        (await FormAsync("/connect/revocation", created, basic: true, ("token", token))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tool.WithTokenAsync(token, HttpMethod.Get, TaskVerbs.Tasks)).ShouldTurnAway(HttpStatusCode.Unauthorized);

        token = await TokenAsync(created, Tasks);
        await officer.PutAsync<ApiClientDto>($"/api/administration/api-client/{created.Client.Id}", new { name = "x", isActive = true, permissions = Array.Empty<string>() });
        (await tool.WithTokenAsync(token, HttpMethod.Get, TaskVerbs.Tasks)).ShouldTurnAway(HttpStatusCode.Forbidden);
        await officer.PutAsync<ApiClientDto>($"/api/administration/api-client/{created.Client.Id}", new { name = "x", isActive = false, permissions = Array.Empty<string>() });
        (await tool.WithTokenAsync(token, HttpMethod.Get, TaskVerbs.Tasks)).ShouldTurnAway(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_token_endpoint_refuses_in_the_words_of_its_standard()
    {
        var (_, created) = await CreateClientAsync(Cast.Qujiang, "standard");

        (await ErrorAsync(created with { Secret = "drg_s_wrong" }, ("grant_type", "client_credentials"), ("scope", Tasks))).ShouldBe((HttpStatusCode.Unauthorized, "invalid_client"));
        (await ErrorAsync(created with { Client = created.Client with { ClientId = "nobody.city" } }, ("grant_type", "client_credentials"))).ShouldBe((HttpStatusCode.Unauthorized, "invalid_client"));
        (await ErrorAsync(created, ("grant_type", "password"))).ShouldBe((HttpStatusCode.BadRequest, "unsupported_grant_type"));
        (await ErrorAsync(created, ("grant_type", "client_credentials"), ("scope", "Directory.People"))).ShouldBe((HttpStatusCode.BadRequest, "invalid_scope"));
        (await ErrorAsync(created, ("scope", Tasks))).ShouldBe((HttpStatusCode.BadRequest, "invalid_request"));
    }

    [Fact]
    public async Task A_client_has_two_secrets_no_rights_to_administer_and_is_known_only_at_home()
    {
        var (officer, created) = await CreateClientAsync(Cast.Kaihua, "pair");
        var path = $"/api/administration/api-client/{created.Client.Id}";
        (await officer.PostAsync<NewSecretDto>(path + "/secret", new { })).Secret.ShouldNotBe(created.Secret);

        await _city.RefusesAsync(() => officer.PostAsync(path + "/secret", new { }), HttpStatusCode.Forbidden, AccountErrors.TwoSecretsAreActive, "两个");
        await _city.RefusesAsync(
            () => officer.PutAsync(path, new { name = "x", isActive = true, permissions = new[] { SecurityPermissions.Sessions } }),
            HttpStatusCode.Forbidden, AccountErrors.PermissionNotForClients, SecurityPermissions.Sessions);
        await _city.RefusesAsync(
            () => officer.PostAsync("/api/administration/api-client", new { clientId = "pair", name = "x", permissions = new[] { Tasks } }),
            HttpStatusCode.Forbidden, AccountErrors.ClientIdIsTaken, "pair.");
        var (stranger, _) = await CreateClientAsync(Cast.Changshan, "pair");
        (await stranger.GetAsync(path)).ShouldTurnAway(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_token_confirms_a_sensitive_act()
    {
        await _city.CreateAccountAsync(Cast.Jiangshan, "keys", AdministrationRoles.SecurityAdmin);
        var officer = await _city.EnterAsync(Cast.Jiangshan, "keys");
        var (token, _) = await officer.CreateTokenAsync(SecurityPermissions.Sessions);

        await (await _city.CreateClient().WithTokenAsync(token, HttpMethod.Post, $"/api/administration/user-session/end-all/{Guid.CreateVersion7()}"))
            .ShouldRefuseAsync(HttpStatusCode.Forbidden, PlatformErrors.ConfirmationImpossible, "令牌");
    }

    private async Task<(HttpClient Officer, CreatedApiClientDto Created)> CreateClientAsync(County county, string name)
    {
        await _city.CreateAccountAsync(county, "officer." + name, AdministrationRoles.SecurityAdmin);
        var officer = await _city.EnterAsync(county, "officer." + name);
        return (officer, await officer.PostAsync<CreatedApiClientDto>("/api/administration/api-client", new { clientId = name, name = "数据交换", permissions = new[] { Tasks } }));
    }

    private async Task<string> TokenAsync(CreatedApiClientDto client, string scope)
    {
        var answer = await HttpVerbs.ReadAsync<JsonElement>(await FormAsync("/connect/token", client, basic: false, ("grant_type", "client_credentials"), ("scope", scope)));
        (answer.GetProperty("token_type").GetString(), answer.GetProperty("expires_in").GetInt32(), answer.GetProperty("scope").GetString()).ShouldBe(("Bearer", 3600, scope));
        return answer.GetProperty("access_token").GetString()!;
    }

    private async Task<(HttpStatusCode, string?)> ErrorAsync(CreatedApiClientDto client, params (string Name, string Value)[] fields)
    {
        using var answer = await FormAsync("/connect/token", client, basic: true, fields);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("error").GetString());
    }

    private async Task<HttpResponseMessage> FormAsync(string path, CreatedApiClientDto client, bool basic, params (string Name, string Value)[] fields)
    {
        var all = fields.ToDictionary(f => f.Name, f => f.Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (basic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Client.ClientId}:{client.Secret}")));
        }
        else
        {
            (all["client_id"], all["client_secret"]) = (client.Client.ClientId, client.Secret);
        }

        request.Content = new FormUrlEncodedContent(all);
        return await _city.CreateClient().SendAsync(request);
    }
}
