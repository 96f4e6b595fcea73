using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Abp.Tests.DependencyInjection;

public sealed class ConventionalRegistrationTests
{
    private readonly ServiceCollection _services = [];

    public ConventionalRegistrationTests() => _services.AddAssembly(typeof(ConventionalRegistrationTests).Assembly);

    [Fact]
    public void A_class_is_exposed_as_itself_and_by_the_interfaces_that_its_name_ends_with()
    {
        ExposedBy<TaxCalculator>().ShouldBe([typeof(TaxCalculator), typeof(ICalculator), typeof(ITaxCalculator)], ignoreOrder: true);
    }

    [Fact]
    public void Generic_interfaces_count_by_their_name_without_arity_and_those_of_base_classes_count_too()
    {
        ExposedBy<IntConverter>().ShouldBe([typeof(IntConverter), typeof(IConverter<int>)], ignoreOrder: true);
        ExposedBy<LateTaxCalculator>().ShouldBe([typeof(LateTaxCalculator), typeof(ICalculator), typeof(ITaxCalculator)], ignoreOrder: true);
    }

    [Fact]
    public void The_marker_interface_or_the_attribute_says_how_long_it_lives()
    {
        LifetimeOf<TaxCalculator>().ShouldBe(ServiceLifetime.Transient);
        LifetimeOf<OneForAll>().ShouldBe(ServiceLifetime.Singleton);
        LifetimeOf<OnePerScope>().ShouldBe(ServiceLifetime.Scoped);
        LifetimeOf<ScopedByAttribute>().ShouldBe(ServiceLifetime.Scoped);
    }

    [Fact]
    public void Plain_abstract_generic_and_disabled_classes_are_left_alone()
    {
        Type[] left = [typeof(Plain), typeof(AbstractService), typeof(GenericService<>), typeof(DisabledService), typeof(ChildOfDisabledService)];

        _services.Select(d => d.ServiceType).ShouldNotContain(t => left.Contains(t));
    }

    [Fact]
    public void A_private_class_is_registered_like_any_other()
    {
        Provider().GetRequiredService<IHidden>().ShouldBeOfType<Hidden>();
    }

    [Fact]
    public void Exposed_services_replace_the_defaults_and_may_add_them()
    {
        ExposedBy<OnlyAsCalculator>().ShouldBe([typeof(ICalculator)]);
        ExposedBy<WithSelf>().ShouldBe([typeof(ICanCalculate), typeof(WithSelf)], ignoreOrder: true);
        ExposedBy<WithDefaultsCalculator>().ShouldBe([typeof(ICanCalculate), typeof(ICalculator)], ignoreOrder: true);
        ExposedBy<ChildOfOnlyAsCalculator>().ShouldBe([typeof(ICalculator)]);
    }

    [Fact]
    public void A_singleton_with_several_faces_is_one_instance()
    {
        var provider = Provider();

        var one = provider.GetRequiredService<OneForAll>();
        provider.GetRequiredService<IOneForAll>().ShouldBeSameAs(one);
        provider.GetRequiredService<IForAll>().ShouldBeSameAs(one);
        provider.GetRequiredService<IFirstFace>().ShouldBeSameAs(provider.GetRequiredService<ISecondFace>());
    }

    [Fact]
    public void A_scoped_service_with_several_faces_is_one_instance_in_a_scope()
    {
        using var one = Provider().CreateScope();
        using var other = Provider().CreateScope();

        one.ServiceProvider.GetRequiredService<IOnePerScope>().ShouldBeSameAs(one.ServiceProvider.GetRequiredService<OnePerScope>());
        one.ServiceProvider.GetRequiredService<OnePerScope>().ShouldNotBeSameAs(other.ServiceProvider.GetRequiredService<OnePerScope>());
    }

    [Fact]
    public void Transients_never_share()
    {
        var provider = Provider();

        provider.GetRequiredService<ITaxCalculator>().ShouldNotBeSameAs(provider.GetRequiredService<ITaxCalculator>());
    }

    [Fact]
    public void A_replacement_takes_the_place_of_the_first_and_a_try_does_nothing_where_one_is()
    {
        var services = new ServiceCollection();
        services.AddTransient<IReplaceable, ToBeReplaced>();
        services.AddTransient<ITried, AlreadyThere>();
        services.AddAssembly(typeof(ConventionalRegistrationTests).Assembly);

        services.Where(d => d.ServiceType == typeof(IReplaceable)).ShouldHaveSingleItem().ImplementationType.ShouldBe(typeof(NewReplaceable));
        services.Where(d => d.ServiceType == typeof(ITried)).ShouldHaveSingleItem().ImplementationType.ShouldBe(typeof(AlreadyThere));
        _services.Where(d => d.ServiceType == typeof(ITried)).ShouldHaveSingleItem().ImplementationType.ShouldBe(typeof(NewTried));
    }

    [Fact]
    public void The_property_LazyServiceProvider_is_filled()
    {
        var provider = Provider();

        provider.GetRequiredService<Lazy>().LazyServiceProvider.LazyGetRequiredService<IOneForAll>().ShouldBeSameAs(provider.GetRequiredService<OneForAll>());
    }

    private IEnumerable<Type> ExposedBy<T>() => _services.Where(d => ImplementationOf(d) == typeof(T)).Select(d => d.ServiceType);

    private ServiceLifetime LifetimeOf<T>() => _services.Last(d => d.ServiceType == typeof(T)).Lifetime;

    private static Type? ImplementationOf(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? null : descriptor.ImplementationType;

    private ServiceProvider Provider() => _services.BuildServiceProvider();

    public interface ICalculator;

    public interface ITaxCalculator;

    public interface ICanCalculate;

    public interface IConverter<T>;

    public interface IOneForAll;

    public interface IForAll;

    public interface IOnePerScope;

    public interface IHidden;

    public interface IFirstFace;

    public interface ISecondFace;

    public interface IReplaceable;

    public interface ITried;

    public class TaxCalculator : ICalculator, ITaxCalculator, ICanCalculate, ITransientDependency;

    public sealed class LateTaxCalculator : TaxCalculator;

    public sealed class IntConverter : IConverter<int>, ITransientDependency;

    public sealed class OneForAll : IOneForAll, IForAll, ISingletonDependency;

    public sealed class OnePerScope : IOnePerScope, IScopedDependency;

    [Dependency(ServiceLifetime.Scoped)]
    public sealed class ScopedByAttribute : ISingletonDependency;

    [ExposeServices(typeof(ICalculator))]
    public class OnlyAsCalculator : ICalculator, ITransientDependency;

    public sealed class ChildOfOnlyAsCalculator : OnlyAsCalculator;

    [ExposeServices(typeof(ICanCalculate), IncludeSelf = true)]
    public sealed class WithSelf : ICanCalculate, ITransientDependency;

    [ExposeServices(typeof(ICanCalculate), IncludeDefaults = true)]
    public sealed class WithDefaultsCalculator : ICanCalculate, ICalculator, ITransientDependency;

    [ExposeServices(typeof(IFirstFace), typeof(ISecondFace))]
    public sealed class TwoFaces : IFirstFace, ISecondFace, ISingletonDependency;

    public sealed class Plain;

    public abstract class AbstractService : ITransientDependency;

    public sealed class GenericService<T> : ITransientDependency;

    [DisableConventionalRegistration]
    public class DisabledService : ITransientDependency;

    public sealed class ChildOfDisabledService : DisabledService;

    private sealed class Hidden : IHidden, ITransientDependency;

    [DisableConventionalRegistration]
    public sealed class ToBeReplaced : IReplaceable, ITransientDependency;

    [Dependency(ReplaceServices = true)]
    public sealed class NewReplaceable : IReplaceable, ITransientDependency;

    [DisableConventionalRegistration]
    public sealed class AlreadyThere : ITried, ITransientDependency;

    [Dependency(TryRegister = true)]
    public sealed class NewTried : ITried, ITransientDependency;

    public sealed class Lazy : ITransientDependency
    {
        public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = null!;
    }
}
