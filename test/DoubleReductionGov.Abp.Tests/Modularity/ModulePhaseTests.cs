using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Modularity;

namespace DoubleReductionGov.Abp.Tests.Modularity;

public sealed class ModulePhaseTests
{
    private static readonly string[] Order = ["GroundModule", "LeftModule", "CellarModule", "RightModule", "StartModule"];

    private readonly ModuleLog _log = new();

    [Fact]
    public async Task Each_phase_runs_over_all_modules_before_the_next_begins()
    {
        var (application, provider) = await StartAsync<StartModule>();
        await application.InitializeAsync(provider);

        string[] phases =
        [
            "PreConfigureServices", "ConfigureServices", "PostConfigureServices",
            "OnPreApplicationInitialization", "OnApplicationInitialization", "OnPostApplicationInitialization",
        ];
        _log.Lines.ShouldBe(phases.SelectMany(p => Order.Select(m => $"{p} {m}")));
    }

    [Fact]
    public async Task Shutdown_runs_in_reverse_order()
    {
        var (application, provider) = await StartAsync<StartModule>();
        await application.InitializeAsync(provider);

        await application.ShutdownAsync();

        _log.Said("OnApplicationShutdown").ShouldBe(Order.Reverse());
    }

    [Theory]
    [InlineData("PreConfigureServices")]
    [InlineData("ConfigureServices")]
    [InlineData("PostConfigureServices")]
    public async Task A_failure_while_configuring_names_phase_and_module_and_keeps_its_cause(string phase)
    {
        _log.FailsIn = phase + " LeftModule";

        var error = await Should.ThrowAsync<AbpInitializationException>(StartAsync<StartModule>);

        error.Message.ShouldStartWith($"An error occurred during {phase} phase of the module {typeof(LeftModule).AssemblyQualifiedName}");
        error.InnerException.ShouldBeOfType<InvalidOperationException>();
        _log.Said(phase).ShouldBe(["GroundModule", "LeftModule"]);
    }

    [Theory]
    [InlineData("OnPreApplicationInitialization")]
    [InlineData("OnApplicationInitialization")]
    [InlineData("OnPostApplicationInitialization")]
    public async Task A_failure_while_starting_names_phase_and_module(string phase)
    {
        var (application, provider) = await StartAsync<StartModule>();
        _log.FailsIn = phase + " RightModule";

        var error = await Should.ThrowAsync<AbpInitializationException>(() => application.InitializeAsync(provider));

        error.Message.ShouldContain($"{phase} phase of the module {typeof(RightModule).AssemblyQualifiedName}");
    }

    [Fact]
    public async Task A_failure_while_stopping_is_a_shutdown_error()
    {
        var (application, provider) = await StartAsync<StartModule>();
        await application.InitializeAsync(provider);
        _log.FailsIn = "OnApplicationShutdown GroundModule";

        var error = await Should.ThrowAsync<AbpShutdownException>(application.ShutdownAsync);

        error.InnerException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task An_application_that_never_started_has_nothing_to_stop()
    {
        var (application, _) = await StartAsync<StartModule>();

        await application.ShutdownAsync();

        _log.Said("OnApplicationShutdown").ShouldBeEmpty();
        Should.Throw<AbpException>(() => application.ServiceProvider);
    }

    [Fact]
    public async Task An_overridden_asynchronous_phase_replaces_the_synchronous_one()
    {
        await StartAsync<AsyncModule>();

        _log.Lines.ShouldContain("ConfigureServicesAsync AsyncModule");
        _log.Said("ConfigureServices").ShouldBeEmpty();
    }

    [Fact]
    public async Task Phases_share_items_and_configuration_and_the_context_is_theirs_alone()
    {
        var (application, provider) = await StartAsync<CuriousModule>(("Greeting", "hello"));

        provider.GetRequiredService<CuriousModule>().Seen.ShouldBe("value  first second hello");
        await application.InitializeAsync(provider);
        application.ServiceProvider.ShouldBeSameAs(provider);
    }

    [Fact]
    public async Task Options_are_those_of_the_framework()
    {
        var (_, provider) = await StartAsync<CuriousModule>(("Greeting", "hello"));

        var options = provider.GetRequiredService<IOptions<CuriousOptions>>().Value;
        options.Words.ShouldBe(["configured", "at last"]);
        options.Greeting.ShouldBe("hello");
    }

    [Fact]
    public async Task The_assembly_is_registered_just_before_the_module_configures_its_services_and_once()
    {
        var services = Services();
        await services.AddApplicationAsync<RegisteringModule>();

        var module = services.GetSingletonInstance<RegisteringModule>();
        module.FoundBefore.ShouldBeFalse();
        module.FoundInside.ShouldBeTrue();
        services.Count(d => d.ServiceType == typeof(Postbox)).ShouldBe(1);
    }

    [Fact]
    public async Task A_module_may_keep_its_assembly_out()
    {
        var services = Services();
        await services.AddApplicationAsync<StartModule>();

        services.ShouldNotContain(d => d.ServiceType == typeof(Postbox));
    }

    [Fact]
    public async Task The_contexts_of_start_and_stop_share_one_scope_each()
    {
        var (application, provider) = await StartAsync<ScopeModule>();

        await application.InitializeAsync(provider);
        await application.ShutdownAsync();

        _log.Scopes.Count.ShouldBe(3);
        _log.Scopes[0].ShouldBeSameAs(_log.Scopes[1]);
        _log.Scopes[2].ShouldNotBeSameAs(_log.Scopes[0]);
    }

    [Fact]
    public async Task What_is_asked_of_the_services_before_they_are_built_is_found_in_the_collection()
    {
        var services = Services(("Greeting", "hello"));
        await services.AddApplicationAsync<StartModule>();

        services.GetConfiguration()["Greeting"].ShouldBe("hello");
        services.GetSingletonInstanceOrNull<Uri>().ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => services.GetSingletonInstance<Uri>());
        Should.Throw<AbpException>(() => new ServiceCollection().GetConfiguration());
    }

    private ServiceCollection Services(params (string Key, string Value)[] configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.Select(c => new KeyValuePair<string, string?>(c.Key, c.Value))).Build());
        services.AddSingleton(_log);
        return services;
    }

    private async Task<(IAbpApplicationWithExternalServiceProvider Application, IServiceProvider Provider)> StartAsync<TModule>(params (string Key, string Value)[] configuration)
        where TModule : IAbpModule
    {
        var services = Services(configuration);
        var application = await services.AddApplicationAsync<TModule>();
        return (application, services.BuildServiceProvider(validateScopes: true));
    }

    private Task<(IAbpApplicationWithExternalServiceProvider Application, IServiceProvider Provider)> StartAsync<TModule>() where TModule : IAbpModule => StartAsync<TModule>([]);
}
