using System.Security.Claims;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Security.Claims;
using Volo.Abp.Users;

namespace DoubleReductionGov.Platform.SeparationOfDuties;

public sealed class DutySeparationTests
{
    private const string Pair = "Sample.AskAndAnswer";

    private static readonly Guid Ada = Guid.CreateVersion7();

    private readonly SeparationOfDutiesOptions _options = new();

    public DutySeparationTests() => _options.Add(Pair, "Sample.Ask", "Sample.Answer", "Sample:AskerCannotAnswer");

    [Fact]
    public void Who_did_the_first_is_refused_the_second()
    {
        Should.Throw<BusinessException>(() => Separation(Ada).Check(Pair, Ada)).Code.ShouldBe("Sample:AskerCannotAnswer");
        Should.NotThrow(() => Separation(Ada).Check(Pair, Guid.CreateVersion7()));
        Should.NotThrow(() => Separation(Ada).Check(Pair, null));
        Should.NotThrow(() => Separation(null).Check(Pair, Ada));
    }

    [Fact]
    public void A_pair_that_is_not_declared_or_declared_twice_is_a_mistake()
    {
        Should.Throw<ArgumentException>(() => Separation(Ada).Check("Sample.Other", null));
        Should.Throw<ArgumentException>(() => _options.Add(Pair, "a", "b", "c"));
        _options.Pairs.ShouldHaveSingleItem().FirstPermission.ShouldBe("Sample.Ask");
    }

    private DutySeparation Separation(Guid? userId)
    {
        var principals = new ThreadCurrentPrincipalAccessor();
        principals.Change(new ClaimsPrincipal(new ClaimsIdentity(userId is null ? [] : [new Claim(AbpClaimTypes.UserId, userId.Value.ToString())], "test")));
        return new DutySeparation(Options.Create(_options), new CurrentUser(principals));
    }
}
