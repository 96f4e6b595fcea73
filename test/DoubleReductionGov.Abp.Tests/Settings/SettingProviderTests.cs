using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Abp.Tests.Settings;

public sealed class SettingProviderTests : IAsyncLifetime
{
    private const string Colour = "Test.Colour";
    private readonly FakeSettings _stored = new();
    private readonly Dictionary<string, string?> _configured = [];
    private ServiceProvider _provider = null!;

    public ValueTask InitializeAsync() => StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task The_definition_has_the_last_word()
    {
        (await GetAsync(Colour)).ShouldBe("grey");
        (await GetAsync("Test.Nothing")).ShouldBeNull();
    }

    [Fact]
    public async Task Tenant_then_global_then_configuration_then_definition()
    {
        _configured["Settings:" + Colour] = "configured";
        await StartAsync();
        (await GetAsync(Colour, Cast.North)).ShouldBe("configured");

        _stored.Values[(Colour, GlobalSettingValueProvider.ProviderName, null)] = "global";
        (await GetAsync(Colour, Cast.North)).ShouldBe("global");

        _stored.Values[(Colour, TenantSettingValueProvider.ProviderName, Cast.North.ToString())] = "north";
        (await GetAsync(Colour, Cast.North)).ShouldBe("north");
        (await GetAsync(Colour, Cast.South)).ShouldBe("global");
        (await GetAsync(Colour)).ShouldBe("global");
    }

    [Fact]
    public async Task An_undefined_setting_is_a_mistake()
    {
        (await Should.ThrowAsync<AbpException>(() => GetAsync("Test.Undefined"))).Message.ShouldContain("Test.Undefined");
    }

    [Fact]
    public async Task A_value_is_converted_and_a_missing_one_is_the_default_that_was_given()
    {
        var settings = _provider.GetRequiredService<ISettingProvider>();

        (await settings.GetAsync<int>("Test.Number")).ShouldBe(7);
        (await settings.GetAsync<bool>("Test.Switch")).ShouldBeTrue();
        (await settings.GetAsync("Test.Nothing", 3)).ShouldBe(3);
        (await settings.GetAsync<decimal>("Test.Share")).ShouldBe(0.5m);
    }

    [Fact]
    public void A_definition_says_how_it_is_shown()
    {
        var plain = new SettingDefinition("Test.Plain");
        var shown = new SettingDefinition("Test.Shown", "1", new FixedLocalizableString("Shown"), new FixedLocalizableString("What it is"), isVisibleToClients: true);

        ((FixedLocalizableString)plain.DisplayName).Value.ShouldBe("Test.Plain");
        (plain.IsVisibleToClients, plain.Description).ShouldBe((false, null));
        ((FixedLocalizableString)shown.DisplayName).Value.ShouldBe("Shown");
        (shown.IsVisibleToClients, shown.DefaultValue).ShouldBe((true, "1"));
    }

    [Fact]
    public void The_context_knows_what_was_added_and_a_later_definition_replaces_an_earlier()
    {
        var seen = _provider.GetRequiredService<SettingDefinitions>();

        seen.GetOrNull(Colour)!.DefaultValue.ShouldBe("grey");
        seen.GetOrNull("Test.Undefined").ShouldBeNull();
        seen.GetAll().Select(d => d.Name).ShouldBe([Colour, "Test.Nothing", "Test.Number", "Test.Switch", "Test.Share"]);
    }

    private async Task<string?> GetAsync(string name, Guid? tenant = null)
    {
        using (_provider.GetRequiredService<ICurrentTenant>().Change(tenant))
        {
            return await _provider.GetRequiredService<ISettingProvider>().GetOrNullAsync(name);
        }
    }

    private async ValueTask StartAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_configured).Build());
        services.AddSingleton<ISettingStore>(_stored);
        services.AddTransient<TestSettingDefinitions>();
        services.Configure<AbpSettingOptions>(options => options.DefinitionProviders.Add(typeof(TestSettingDefinitions)));
        await services.AddApplicationAsync<DomainTestModule>();
        _provider = services.BuildServiceProvider();
    }

    [Volo.Abp.DependencyInjection.DisableConventionalRegistration]
    private sealed class TestSettingDefinitions : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context)
        {
            context.Add(new SettingDefinition(Colour, "white"));
            context.Add(
                new SettingDefinition(Colour, "grey"), new SettingDefinition("Test.Nothing"), new SettingDefinition("Test.Number", "7"),
                new SettingDefinition("Test.Switch", "true"), new SettingDefinition("Test.Share", "0.5"));
        }
    }

    private sealed class FakeSettings : ISettingStore
    {
        public Dictionary<(string Name, string? Provider, string? Key), string> Values { get; } = [];

        public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) => Task.FromResult(Values.GetValueOrDefault((name, providerName, providerKey)));
    }
}
