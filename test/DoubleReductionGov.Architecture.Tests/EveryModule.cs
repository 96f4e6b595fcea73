using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Modularity;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>All modules in one application, without the host and without a database behind it: for what only a running application knows.</summary>
[DependsOnEveryModule]
internal sealed class EveryModule : AbpModule
{
    private static readonly Lazy<IServiceProvider> Application = new(() => StartAsync().GetAwaiter().GetResult());

    public EveryModule() => SkipAutoServiceRegistration = true;

    public static IReadOnlyList<PermissionGroupDefinition> PermissionGroups =>
        Application.Value.GetRequiredService<IPermissionDefinitionManager>().GetGroupsAsync().GetAwaiter().GetResult();

    /// <summary>One context of each kind.</summary>
    public static IReadOnlyList<DbContext> Contexts { get; } = CreateContextsAsync().GetAwaiter().GetResult();

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpDbContextOptions>(options => options.UseSqlite());
    }

    private static async Task<IServiceProvider> StartAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Default", "Data Source=:memory:")]).Build());
        await services.AddApplicationAsync<EveryModule>();
        return services.BuildServiceProvider();
    }

    private static async Task<IReadOnlyList<DbContext>> CreateContextsAsync()
    {
        var unitOfWork = Application.Value.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var contexts = new List<DbContext>();
        foreach (var type in Product.Assemblies.SelectMany(a => a.GetTypes()).Where(IsContext))
        {
            var create = typeof(EveryModule).GetMethod(nameof(CreateContextAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            contexts.Add(await (Task<DbContext>)create.MakeGenericMethod(type).Invoke(null, [unitOfWork.ServiceProvider])!);
        }

        return contexts;
    }

    private static async Task<DbContext> CreateContextAsync<TContext>(IServiceProvider services) where TContext : DbContext, IEfCoreDbContext =>
        await services.GetRequiredService<IDbContextProvider<TContext>>().GetDbContextAsync();

    private static bool IsContext(Type type) => type is { IsClass: true, IsAbstract: false, IsGenericType: false } && typeof(IEfCoreDbContext).IsAssignableFrom(type);

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class DependsOnEveryModuleAttribute : Attribute, IDependedTypesProvider
    {
        public Type[] GetDependedTypes() => [typeof(AbpIdentityDomainModule), typeof(AbpBackgroundJobsModule), .. Product.Modules.SelectMany(m => m.GetTypes()).Where(AbpModule.IsAbpModule)];
    }
}
