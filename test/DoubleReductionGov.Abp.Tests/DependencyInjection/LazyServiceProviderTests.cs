using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Abp.Tests.DependencyInjection;

public sealed class LazyServiceProviderTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public void It_keeps_what_it_has_found()
    {
        using var scope = _application.Services.CreateScope();
        var lazy = scope.ServiceProvider.GetRequiredService<IAbpLazyServiceProvider>();

        lazy.LazyGetRequiredService<IServiceScopeFactory>().ShouldBeSameAs(lazy.LazyGetRequiredService<IServiceScopeFactory>());
        lazy.LazyGetService<Uri>().ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => lazy.LazyGetRequiredService<Version>());
    }

    [Fact]
    public void What_a_factory_made_is_kept_too_and_the_first_one_wins()
    {
        using var scope = _application.Services.CreateScope();
        var lazy = scope.ServiceProvider.GetRequiredService<IAbpLazyServiceProvider>();

        var first = lazy.LazyGetService<Uri>(_ => new Uri("https://one.invalid"));

        lazy.LazyGetService<Uri>(_ => new Uri("https://two.invalid")).ShouldBeSameAs(first);
        lazy.LazyGetRequiredService<Uri>().ShouldBeSameAs(first);
    }

    [Fact]
    public void Each_consumer_has_its_own()
    {
        using var scope = _application.Services.CreateScope();

        scope.ServiceProvider.GetRequiredService<IAbpLazyServiceProvider>().ShouldNotBeSameAs(scope.ServiceProvider.GetRequiredService<IAbpLazyServiceProvider>());
    }
}
