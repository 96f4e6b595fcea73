using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Data;

public sealed class DataSeederTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Every_contributor_is_found_and_runs_in_the_same_unit_of_work()
    {
        var context = new DataSeedContext(Cast.North).WithProperty("names", "One,Two");
        context["more"] = true;

        await SeedAsync(context);

        (context.TenantId, context["more"], context["nothing"]).ShouldBe((Cast.North, true, null));
        ((Guid)context["first"]!).ShouldBe((Guid)context["second"]!);
        context.Properties.Keys.ShouldBe(["names", "more", "first", "second"]);
        (await _application.AllAsync<Publisher>()).Select(p => p.Name).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public async Task If_one_fails_nothing_is_seeded()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => SeedAsync(new DataSeedContext().WithProperty("names", "One").WithProperty("fail", true)));

        (await _application.AllAsync<Publisher>()).ShouldBeEmpty();
    }

    private async Task SeedAsync(DataSeedContext context)
    {
        await using var scope = _application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDataSeeder>().SeedAsync(context);
    }

    public sealed class FirstContributor(IRepository<Publisher, Guid> publishers, IUnitOfWorkManager unitOfWorkManager) : IDataSeedContributor, ITransientDependency
    {
        public async Task SeedAsync(DataSeedContext context)
        {
            foreach (var name in ((string?)context["names"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                await publishers.InsertAsync(new Publisher(Guid.CreateVersion7(), name), autoSave: true);
            }

            context["first"] = unitOfWorkManager.Current!.Id;
        }
    }

    public sealed class SecondContributor(IUnitOfWorkManager unitOfWorkManager) : IDataSeedContributor, ITransientDependency
    {
        public Task SeedAsync(DataSeedContext context)
        {
            context["second"] = unitOfWorkManager.Current!.Id;
            return context["fail"] is true ? throw new InvalidOperationException() : Task.CompletedTask;
        }
    }
}
