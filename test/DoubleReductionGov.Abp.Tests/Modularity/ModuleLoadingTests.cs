using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Modularity;

namespace DoubleReductionGov.Abp.Tests.Modularity;

public sealed class ModuleLoadingTests
{
    [Fact]
    public async Task Dependencies_come_first_otherwise_the_order_of_discovery_and_the_start_up_module_last()
    {
        (await ModulesOfAsync<StartModule>()).ShouldBe([typeof(GroundModule), typeof(LeftModule), typeof(CellarModule), typeof(RightModule), typeof(StartModule)]);
    }

    [Fact]
    public async Task A_module_that_two_others_need_is_there_once_as_one_instance()
    {
        var services = new ServiceCollection();
        var application = await services.AddApplicationAsync<StartModule>();

        var ground = application.Modules.Single(m => m.Type == typeof(GroundModule));
        services.GetSingletonInstance<GroundModule>().ShouldBeSameAs(ground.Instance);
        application.Modules.Single(m => m.Type == typeof(RightModule)).Dependencies.Select(d => d.Type).ShouldBe([typeof(GroundModule), typeof(CellarModule)], ignoreOrder: true);
        ground.Assembly.ShouldBe(typeof(GroundModule).Assembly);
        application.StartupModuleType.ShouldBe(typeof(StartModule));
        application.Services.ShouldBeSameAs(services);
    }

    [Fact]
    public async Task Any_attribute_may_say_what_a_module_depends_on()
    {
        (await ModulesOfAsync<OwnAttributeModule>()).ShouldBe([typeof(GroundModule), typeof(OwnAttributeModule)]);
        new DependsOnAttribute(typeof(string)).GetDependedTypes().ShouldBe(new DependsOnAttribute(typeof(string)).DependedTypes);
    }

    [Fact]
    public async Task A_circle_is_refused()
    {
        (await Should.ThrowAsync<ArgumentException>(ModulesOfAsync<CircleOneModule>)).Message.ShouldStartWith("Cyclic dependency found!");
    }

    [Fact]
    public async Task What_is_not_a_module_is_refused_by_name()
    {
        (await Should.ThrowAsync<ArgumentException>(ModulesOfAsync<MistakenModule>)).Message.ShouldContain("System.String");
    }

    [Fact]
    public async Task An_abstract_module_is_refused_as_a_dependency()
    {
        await Should.ThrowAsync<ArgumentException>(ModulesOfAsync<AbstractDependencyModule>);
        AbpModule.IsAbpModule(typeof(SpeakingModule)).ShouldBeFalse();
        AbpModule.IsAbpModule(typeof(GroundModule)).ShouldBeTrue();
    }

    private static async Task<IEnumerable<Type>> ModulesOfAsync<TModule>() where TModule : IAbpModule =>
        (await new ServiceCollection().AddApplicationAsync<TModule>()).Modules.Select(m => m.Type);
}
