using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace Volo.Abp.Data;

public class DataSeedContext(Guid? tenantId = null)
{
    public Guid? TenantId { get; set; } = tenantId;

    public Dictionary<string, object?> Properties { get; } = [];

    public object? this[string name]
    {
        get => Properties.GetValueOrDefault(name);
        set => Properties[name] = value;
    }

    public virtual DataSeedContext WithProperty(string key, object? value)
    {
        Properties[key] = value;
        return this;
    }
}

/// <summary>Puts initial data in place; must be idempotent.</summary>
public interface IDataSeedContributor
{
    Task SeedAsync(DataSeedContext context);
}

public interface IDataSeeder
{
    Task SeedAsync(DataSeedContext context);
}

public class AbpDataSeedOptions
{
    public List<Type> Contributors { get; } = [];
}

/// <summary>Runs every contributor inside one unit of work.</summary>
public class DataSeeder(IOptions<AbpDataSeedOptions> options, IServiceScopeFactory scopeFactory, IUnitOfWorkManager unitOfWorkManager)
    : IDataSeeder, ITransientDependency
{
    public virtual async Task SeedAsync(DataSeedContext context)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: false, isTransactional: true);
        await using var scope = scopeFactory.CreateAsyncScope();
        foreach (var type in options.Value.Contributors)
        {
            await ((IDataSeedContributor)scope.ServiceProvider.GetRequiredService(type)).SeedAsync(context);
        }

        await unitOfWork.CompleteAsync();
    }
}
