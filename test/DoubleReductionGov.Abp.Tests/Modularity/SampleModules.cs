using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Modularity;

namespace DoubleReductionGov.Abp.Tests.Modularity;

/// <summary>What the modules of one application said.</summary>
public sealed class ModuleLog
{
    public List<string> Lines { get; } = [];

    /// <summary>Where it fails, as "Phase Module".</summary>
    public string? FailsIn { get; set; }

    public List<object> Scopes { get; } = [];

    /// <summary>The modules that spoke in a phase.</summary>
    public IEnumerable<string> Said(string phase) => Lines.Where(l => l.StartsWith(phase + " ", StringComparison.Ordinal)).Select(l => l[(phase.Length + 1)..]);

    public void Say(string line)
    {
        Lines.Add(line);
        if (FailsIn == line)
        {
            throw new InvalidOperationException("It would not.");
        }
    }
}

/// <summary>Writes down what is called on it, and keeps this assembly out of conventional registration.</summary>
public abstract class SpeakingModule : AbpModule
{
    private ModuleLog? _log;

    protected SpeakingModule() => SkipAutoServiceRegistration = true;

    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        _log = context.Services.GetSingletonInstanceOrNull<ModuleLog>();
        Say("PreConfigureServices");
    }

    public override void ConfigureServices(ServiceConfigurationContext context) => Say("ConfigureServices");

    public override void PostConfigureServices(ServiceConfigurationContext context) => Say("PostConfigureServices");

    public override void OnPreApplicationInitialization(ApplicationInitializationContext context) => Say("OnPreApplicationInitialization");

    public override void OnApplicationInitialization(ApplicationInitializationContext context) => Say("OnApplicationInitialization");

    public override void OnPostApplicationInitialization(ApplicationInitializationContext context) => Say("OnPostApplicationInitialization");

    public override void OnApplicationShutdown(ApplicationShutdownContext context) => Say("OnApplicationShutdown");

    protected void Say(string phase) => _log?.Say($"{phase} {GetType().Name}");
}

/*  Start -> Left, Right;  Left -> Ground;  Right -> Ground, Cellar  */

[DependsOn(typeof(LeftModule), typeof(RightModule))]
public sealed class StartModule : SpeakingModule;

[DependsOn(typeof(GroundModule))]
public sealed class LeftModule : SpeakingModule;

[DependsOn(typeof(GroundModule))]
[DependsOn(typeof(CellarModule))]
public sealed class RightModule : SpeakingModule;

public sealed class GroundModule : SpeakingModule;

public sealed class CellarModule : SpeakingModule;

[DependsOn(typeof(CircleTwoModule))]
public sealed class CircleOneModule : SpeakingModule;

[DependsOn(typeof(CircleOneModule))]
public sealed class CircleTwoModule : SpeakingModule;

[DependsOn(typeof(string))]
public sealed class MistakenModule : SpeakingModule;

[DependsOn(typeof(SpeakingModule))]
public sealed class AbstractDependencyModule : SpeakingModule;

[DependsOnGround]
public sealed class OwnAttributeModule : SpeakingModule;

[AttributeUsage(AttributeTargets.Class)]
public sealed class DependsOnGroundAttribute : Attribute, IDependedTypesProvider
{
    public Type[] GetDependedTypes() => [typeof(GroundModule)];
}

/// <summary>Only its asynchronous methods shall be called.</summary>
public sealed class AsyncModule : SpeakingModule
{
    public override async Task ConfigureServicesAsync(ServiceConfigurationContext context)
    {
        await Task.Yield();
        Say("ConfigureServicesAsync");
    }
}

/// <summary>Looks at what its phases offer.</summary>
public sealed class CuriousModule : SpeakingModule
{
    public string? Seen { get; private set; }

    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        PreConfigure<List<string>>(list => list.Add("first"));
        PreConfigure<List<string>>(list => list.Add("second"));
        context["key"] = "value";
        context.Services.GetSingletonInstanceOrNull<CuriousModule>().ShouldBeSameAs(this);
    }

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        ServiceConfigurationContext.ShouldBeSameAs(context);
        Seen = $"{context["key"]} {context["nothing"]} {string.Join(' ', context.Services.ExecutePreConfiguredActions<List<string>>())} {context.Configuration["Greeting"]}";
        Configure<CuriousOptions>(options => options.Words.Add("configured"));
        Configure<CuriousOptions>(context.Configuration);
        PostConfigure<CuriousOptions>(options => options.Words.Add("at last"));
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context) =>
        Should.Throw<AbpException>(() => ServiceConfigurationContext).Message.ShouldContain("only available in the ConfigureServices");
}

public sealed class CuriousOptions
{
    public List<string> Words { get; } = [];

    public string? Greeting { get; set; }
}

/// <summary>Finds the services of its assembly registered when its own configuration runs.</summary>
public sealed class RegisteringModule : AbpModule
{
    public bool FoundBefore { get; private set; }

    public bool FoundInside { get; private set; }

    public override void PreConfigureServices(ServiceConfigurationContext context) => FoundBefore = Finds(context);

    public override void ConfigureServices(ServiceConfigurationContext context) => FoundInside = Finds(context);

    private static bool Finds(ServiceConfigurationContext context) => context.Services.Any(d => d.ServiceType == typeof(Samples.Postbox));
}

/// <summary>Notes which scope each phase was given.</summary>
public sealed class ScopeModule : SpeakingModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddScoped<object>();

    public override void OnPreApplicationInitialization(ApplicationInitializationContext context) => Note(context.ServiceProvider);

    public override void OnPostApplicationInitialization(ApplicationInitializationContext context) => Note(context.ServiceProvider);

    public override void OnApplicationShutdown(ApplicationShutdownContext context) => Note(context.ServiceProvider);

    private static void Note(IServiceProvider services) => services.GetRequiredService<ModuleLog>().Scopes.Add(services.GetRequiredService<object>());
}
