using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.Modularity;
using Volo.Abp.Uow.EntityFrameworkCore;

namespace Volo.Abp.EntityFrameworkCore;

[DependsOn(typeof(AbpDddDomainModule))]
public class AbpEntityFrameworkCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddTransient(typeof(IDbContextProvider<>), typeof(UnitOfWorkDbContextProvider<>));
        context.Services.AddTransient(typeof(RowInsertion<>));
        context.Services.AddAbpDbContext<EventBoxDbContext>();
        context.Services.AddAbpDbContext<BlobStoring.Database.EntityFrameworkCore.BlobStoringDbContext>();
        context.Services.AddSingleton<OutboxSignal>();
        context.Services.AddSingleton<OutboxSender>();
        context.Services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
    }
}
