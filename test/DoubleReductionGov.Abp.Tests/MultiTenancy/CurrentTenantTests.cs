using Volo.Abp;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Abp.Tests.MultiTenancy;

public sealed class CurrentTenantTests
{
    private readonly CurrentTenant _current = new(AsyncLocalCurrentTenantAccessor.Instance);

    [Fact]
    public void Outside_any_tenant_it_is_the_host()
    {
        (_current.Id, _current.Name, _current.IsAvailable, _current.GetMultiTenancySide()).ShouldBe((null, null, false, MultiTenancySides.Host));
        Should.Throw<AbpException>(() => _current.GetId());
    }

    [Fact]
    public void Changes_nest_and_each_end_restores_what_was()
    {
        using (_current.Change(Cast.North, "North"))
        {
            (_current.GetId(), _current.Name, _current.IsAvailable, _current.GetMultiTenancySide()).ShouldBe((Cast.North, "North", true, MultiTenancySides.Tenant));
            using (_current.Change(null))
            {
                _current.IsAvailable.ShouldBeFalse();
                AsyncLocalCurrentTenantAccessor.Instance.Current.ShouldNotBeNull().TenantId.ShouldBeNull();
            }

            _current.Id.ShouldBe(Cast.North);
        }

        _current.Id.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_belongs_to_its_flow()
    {
        async Task EnterAsync()
        {
            _current.Change(Cast.North);
            await Task.Yield();
            _current.Id.ShouldBe(Cast.North);
        }

        await Task.WhenAll(EnterAsync(), EnterAsync());

        _current.Id.ShouldBeNull();
    }

    [Fact]
    public void Both_sides_are_host_and_tenant()
    {
        (MultiTenancySides.Host | MultiTenancySides.Tenant).ShouldBe(MultiTenancySides.Both);
        ((byte)MultiTenancySides.Tenant, (byte)MultiTenancySides.Host).ShouldBe(((byte)1, (byte)2));
    }

    [Fact]
    public void Names_are_compared_in_capitals()
    {
        new UpperInvariantTenantNormalizer().NormalizeName("ünit").ShouldBe("ÜNIT");
        new UpperInvariantTenantNormalizer().NormalizeName(null).ShouldBeNull();
    }

    [Fact]
    public void What_is_known_of_a_tenant()
    {
        var tenant = new TenantConfiguration(Cast.North, "North", "NORTH");

        (tenant.Id, tenant.Name, tenant.NormalizedName, tenant.IsActive, tenant.ConnectionStrings).ShouldBe((Cast.North, "North", "NORTH", true, null));
        new TenantConfiguration().IsActive.ShouldBeFalse();
        new BasicTenantInfo(Cast.North, "North").Name.ShouldBe("North");
    }
}
