using DoubleReductionGov.Administration.Clients;
using DoubleReductionGov.Administration.Tokens;

namespace DoubleReductionGov.Administration.Tests.Tokens;

public sealed class AccessTokenTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_token_names_its_county_and_is_kept_as_a_hash()
    {
        var county = Guid.CreateVersion7();
        var (row, token) = AccessToken.ForPerson(Guid.CreateVersion7(), county, Guid.CreateVersion7(), "report", ["B", "A"], Now, Now.AddDays(1));

        (AccessToken.TryReadTenant(token, out var read), read).ShouldBe((true, county));
        (row.Hash, row.Scopes).ShouldBe((AccessToken.HashOf(token), "A B"));
        row.Prefix.Length.ShouldBeLessThanOrEqualTo(AccessToken.PrefixLength);
        (AccessToken.TryReadTenant("drg_c_city_x", out var none), none).ShouldBe((true, null));
        AccessToken.TryReadTenant("drg_p_nowhere_x", out _).ShouldBeFalse();
        AccessToken.TryReadTenant("something else", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_token_ends_with_its_time_or_when_it_is_revoked()
    {
        var (row, _) = AccessToken.ForClient(Guid.CreateVersion7(), null, "a.city", [], Now, Now.AddHours(1));

        (row.IsValidAt(Now), row.IsValidAt(Now.AddHours(1))).ShouldBe((true, false));
        row.Revoke(Now);
        row.IsValidAt(Now).ShouldBeFalse();
    }

    [Fact]
    public void A_client_id_tells_its_county()
    {
        var county = Guid.CreateVersion7();

        (ApiClient.TryReadTenant(ApiClient.ClientIdOf("exchange", county), out var read), read).ShouldBe((true, county));
        (ApiClient.TryReadTenant(ApiClient.ClientIdOf("exchange", null), out var city), city).ShouldBe((true, null));
        ApiClient.TryReadTenant("exchange", out _).ShouldBeFalse();
    }
}
