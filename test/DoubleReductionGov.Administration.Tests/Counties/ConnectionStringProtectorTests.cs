using Microsoft.AspNetCore.DataProtection;

namespace DoubleReductionGov.Administration.Counties;

public sealed class ConnectionStringProtectorTests
{
    private const string Connection = "Host=db.example.invalid;Port=5432;Database=kecheng;Username=app;Password=top-secret";

    private readonly ConnectionStringProtector _protector = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void What_is_stored_tells_nothing_and_can_be_opened()
    {
        var stored = _protector.Protect(Connection);

        stored.ShouldNotContain("secret");
        stored.Length.ShouldBeLessThan(1024);
        _protector.Open(stored).ShouldBe(Connection);
        _protector.Protect(new string('x', CountyRules.ConnectionStringMaxLength)).Length.ShouldBeLessThanOrEqualTo(1024);
    }

    [Fact]
    public void What_was_put_in_by_hand_is_taken_as_it_is() => _protector.Open(Connection).ShouldBe(Connection);

    [Fact]
    public void The_screen_says_where_the_database_is_and_not_how_to_get_in() =>
        _protector.Describe(_protector.Protect(Connection)).ShouldBe("Host=db.example.invalid;Port=5432;Database=kecheng");
}
