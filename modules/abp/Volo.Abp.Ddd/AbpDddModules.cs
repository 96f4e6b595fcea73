using Volo.Abp.Modularity;

namespace Volo.Abp.Domain
{
    [DependsOn(typeof(AbpCoreModule))]
    public class AbpDddDomainModule : AbpModule;
}

namespace Volo.Abp.Application
{
    [DependsOn(typeof(Domain.AbpDddDomainModule))]
    public class AbpDddApplicationModule : AbpModule;
}
