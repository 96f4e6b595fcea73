using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Abp.Tests.Authorization;

public sealed class PermissionTests : IAsyncLifetime
{
    private readonly FakeGrants _grants = new();
    private ServiceProvider _provider = null!;

    private ICurrentTenant CurrentTenant => _provider.GetRequiredService<ICurrentTenant>();

    public async ValueTask InitializeAsync() => _provider = await StartAsync<TestPermissions>();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Nothing_is_granted_unless_it_is()
    {
        (await IsGrantedAsync("Test.Read", Cast.Ada)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grant_to_the_user_or_to_one_of_the_roles_is_enough()
    {
        _grants.Add(("Test.Read", "U", Cast.AdaId.ToString(), null));
        _grants.Add(("Test.Write", "R", "librarian", null));

        (await IsGrantedAsync("Test.Read", Cast.Ada)).ShouldBeTrue();
        (await IsGrantedAsync("Test.Write", Cast.Ada)).ShouldBeTrue();
        (await IsGrantedAsync("Test.Read", Cast.Account(Guid.CreateVersion7(), null, "librarian"))).ShouldBeFalse();
        (await IsGrantedAsync("Test.Write", Cast.Account(Guid.CreateVersion7(), null, "reader", "librarian"))).ShouldBeTrue();
        (UserPermissionValueProvider.ProviderName, RolePermissionValueProvider.ProviderName).ShouldBe(("U", "R"));
    }

    [Fact]
    public async Task The_parent_is_not_asked()
    {
        _grants.Add(("Test.Read.Secret", "U", Cast.AdaId.ToString(), null));

        (await IsGrantedAsync("Test.Read.Secret", Cast.Ada)).ShouldBeTrue();
        (await IsGrantedAsync("Test.Read", Cast.Ada)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Test.Undefined")]
    [InlineData("Test.Disabled")]
    public async Task Undefined_and_disabled_permissions_are_granted_to_nobody(string permission)
    {
        _grants.Add((permission, "U", Cast.AdaId.ToString(), null));

        (await IsGrantedAsync(permission, Cast.Ada)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_permission_of_the_other_side_is_granted_to_nobody()
    {
        _grants.Add(("Test.HostOnly", "R", "librarian", null));
        _grants.Add(("Test.HostOnly", "R", "librarian", Cast.North));
        _grants.Add(("Test.TenantOnly", "R", "librarian", null));
        _grants.Add(("Test.TenantOnly", "R", "librarian", Cast.North));

        (await IsGrantedAsync("Test.HostOnly", Cast.Ada)).ShouldBeTrue();
        (await IsGrantedAsync("Test.HostOnly", Cast.Nora)).ShouldBeFalse();
        (await IsGrantedAsync("Test.TenantOnly", Cast.Nora)).ShouldBeTrue();
        (await IsGrantedAsync("Test.TenantOnly", Cast.Ada)).ShouldBeFalse();
    }

    [Fact]
    public async Task Entering_a_tenant_changes_neither_side_nor_grants_of_who_enters()
    {
        _grants.Add(("Test.HostOnly", "R", "librarian", null));
        _grants.Add(("Test.TenantOnly", "R", "librarian", Cast.North));
        _grants.Add(("Test.Write", "R", "librarian", Cast.North));

        using (CurrentTenant.Change(Cast.North))
        {
            (await IsGrantedAsync("Test.HostOnly", Cast.Ada)).ShouldBeTrue();
            (await IsGrantedAsync("Test.TenantOnly", Cast.Ada)).ShouldBeFalse();
            (await IsGrantedAsync("Test.Write", Cast.Ada)).ShouldBeFalse();
            CurrentTenant.Id.ShouldBe(Cast.North);
        }
    }

    [Fact]
    public async Task A_role_of_the_same_name_in_another_tenant_is_another_role()
    {
        _grants.Add(("Test.Write", "R", "librarian", Cast.South));

        (await IsGrantedAsync("Test.Write", Cast.Nora)).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_has_no_permission()
    {
        _grants.Add(("Test.Read", "U", Cast.AdaId.ToString(), null));

        (await IsGrantedAsync("Test.Read", Cast.Nobody)).ShouldBeFalse();
        (await _provider.GetRequiredService<IPermissionChecker>().IsGrantedAsync(null, "Test.Read")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_principal_the_current_one_is_meant()
    {
        _grants.Add(("Test.Read", "U", Cast.AdaId.ToString(), null));

        using (_provider.GetRequiredService<ICurrentPrincipalAccessor>().Change(Cast.Ada))
        {
            (await _provider.GetRequiredService<IPermissionChecker>().IsGrantedAsync("Test.Read")).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Every_permission_is_a_policy_and_a_configured_policy_goes_first()
    {
        _grants.Add(("Test.Read", "U", Cast.AdaId.ToString(), null));
        var authorization = _provider.GetRequiredService<IAuthorizationService>();

        (await authorization.AuthorizeAsync(Cast.Ada, "Test.Read")).Succeeded.ShouldBeTrue();
        (await authorization.AuthorizeAsync(Cast.Nora, "Test.Read")).Succeeded.ShouldBeFalse();
        (await authorization.AuthorizeAsync(Cast.Nobody, "Test.Read")).Succeeded.ShouldBeFalse();
        (await authorization.AuthorizeAsync(Cast.Nora, "Test.Write")).Succeeded.ShouldBeTrue();
        await Should.ThrowAsync<InvalidOperationException>(() => authorization.AuthorizeAsync(Cast.Ada, "Test.Undefined"));
        new PermissionRequirement("Test.Read").ToString().ShouldContain("Test.Read");
        new PermissionRequirement("Test.Read").PermissionName.ShouldBe("Test.Read");
    }

    [Fact]
    public async Task Definitions_are_found_by_name_and_by_group()
    {
        var definitions = _provider.GetRequiredService<IPermissionDefinitionManager>();

        (await definitions.GetOrNullAsync("Test.Undefined")).ShouldBeNull();
        var secret = (await definitions.GetOrNullAsync("Test.Read.Secret")).ShouldNotBeNull();
        secret.Parent!.Name.ShouldBe("Test.Read");
        secret.Parent.Children.ShouldBe([secret]);
        secret.MultiTenancySide.ShouldBe(MultiTenancySides.Both);
        ((FixedLocalizableString)secret.DisplayName).Value.ShouldBe("Test.Read.Secret");

        var group = (await definitions.GetGroupsAsync()).ShouldHaveSingleItem();
        (group.Name, ((FixedLocalizableString)group.DisplayName).Value).ShouldBe(("Test", "Tests"));
        group.Permissions.Count.ShouldBe(5);
        group.GetPermissionsWithChildren().Select(p => p.Name).ShouldBe((await definitions.GetPermissionsAsync()).Select(p => p.Name));
    }

    [Fact]
    public async Task Groups_and_permissions_have_each_name_once()
    {
        await Should.ThrowAsync<AbpException>(() => DefinitionsOfAsync<TwoGroups>());
        (await Should.ThrowAsync<AbpException>(() => DefinitionsOfAsync<TwoPermissions>())).Message.ShouldBe("Duplicate permission name: Twice");
    }

    private Task<bool> IsGrantedAsync(string permission, ClaimsPrincipal who) => _provider.GetRequiredService<IPermissionChecker>().IsGrantedAsync(who, permission);

    private async Task DefinitionsOfAsync<TProvider>() where TProvider : class, IPermissionDefinitionProvider
    {
        await using var provider = await StartAsync<TProvider>();
        provider.GetRequiredService<IPermissionDefinitionManager>();
    }

    private async Task<ServiceProvider> StartAsync<TProvider>() where TProvider : class, IPermissionDefinitionProvider
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddTransient<TProvider>();
        services.Configure<AbpPermissionOptions>(options => options.DefinitionProviders.Add(typeof(TProvider)));
        services.Configure<AuthorizationOptions>(options => options.AddPolicy("Test.Write", policy => policy.RequireAuthenticatedUser()));
        await services.AddApplicationAsync<DomainTestModule>();
        services.AddTransient<IPermissionStore>(provider => _grants.In(provider.GetRequiredService<ICurrentTenant>()));
        return services.BuildServiceProvider();
    }

    [Volo.Abp.DependencyInjection.DisableConventionalRegistration]
    private sealed class TestPermissions : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context)
        {
            var group = context.AddGroup("Test", new FixedLocalizableString("Tests"));
            group.AddPermission("Test.Read").AddChild("Test.Read.Secret");
            group.AddPermission("Test.Write");
            group.AddPermission("Test.HostOnly", multiTenancySide: MultiTenancySides.Host);
            group.AddPermission("Test.TenantOnly", multiTenancySide: MultiTenancySides.Tenant);
            group.AddPermission("Test.Disabled", isEnabled: false);
            context.GetGroupOrNull("Test").ShouldBeSameAs(group);
            context.GetGroupOrNull("Nothing").ShouldBeNull();
            context.GetPermissionOrNull("Test.Read.Secret").ShouldNotBeNull();
            context.GetPermissionOrNull("Nothing").ShouldBeNull();
        }
    }

    [Volo.Abp.DependencyInjection.DisableConventionalRegistration]
    private sealed class TwoGroups : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context)
        {
            context.AddGroup("Twice");
            context.AddGroup("Twice");
        }
    }

    [Volo.Abp.DependencyInjection.DisableConventionalRegistration]
    private sealed class TwoPermissions : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context)
        {
            var group = context.AddGroup("Group");
            group.AddPermission("Twice");
            group.AddPermission("Other").AddChild("Twice");
        }
    }

    private sealed class FakeGrants : HashSet<(string Name, string? Provider, string? Key, Guid? Tenant)>
    {
        public IPermissionStore In(ICurrentTenant tenant) => new Store(this, tenant);

        private sealed class Store(FakeGrants grants, ICurrentTenant tenant) : IPermissionStore
        {
            public Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey) =>
                Task.FromResult(grants.Contains((name, providerName, providerKey, tenant.Id)));
        }
    }
}
