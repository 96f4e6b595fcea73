using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application;
using Volo.Abp.Modularity;
using Volo.Abp.Timing;

namespace DoubleReductionGov.Abp.Tests;

/// <summary>The kernel without a database, and without the classes of this assembly.</summary>
[DependsOn(typeof(AbpDddApplicationModule))]
public sealed class DomainTestModule : AbpModule
{
    public DomainTestModule() => SkipAutoServiceRegistration = true;

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var clock = new TestClock();
        context.Services.AddSingleton(clock);
        context.Services.AddSingleton<TimeProvider>(clock);
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
    }
}
