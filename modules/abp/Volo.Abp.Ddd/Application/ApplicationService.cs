using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.ObjectMapping;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.Application.Services;

public interface IApplicationService : IRemoteService;

/// <summary>Base of the services that are offered over HTTP.</summary>
public abstract class ApplicationService : IApplicationService, IUnitOfWorkEnabled, ITransientDependency
{
    private IStringLocalizer? _localizer;

    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

    public static string[] CommonPostfixes { get; set; } = ["AppService", "ApplicationService", "Service"];

    protected IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();

    protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetRequiredService<IGuidGenerator>();

    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();

    protected ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();

    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();

    protected ISettingProvider SettingProvider => LazyServiceProvider.LazyGetRequiredService<ISettingProvider>();

    /// <summary>The module whose automatic provider <see cref="ObjectMapper"/> uses; null: the common one.</summary>
    protected Type? ObjectMapperContext { get; set; }

    protected IObjectMapper ObjectMapper => LazyServiceProvider.LazyGetService<IObjectMapper>(provider => provider.GetRequiredService(
        ObjectMapperContext is null ? typeof(IObjectMapper) : typeof(IObjectMapper<>).MakeGenericType(ObjectMapperContext)));

    protected IStringLocalizerFactory StringLocalizerFactory => LazyServiceProvider.LazyGetRequiredService<IStringLocalizerFactory>();

    protected Type? LocalizationResource { get; set; }

    protected IStringLocalizer L => _localizer ??= StringLocalizerFactory.Create(LocalizationResource
        ?? throw new AbpException($"Set {nameof(LocalizationResource)} in the constructor of {GetType().Name} to be able to use the {nameof(L)} object!"));

    protected IUnitOfWork? CurrentUnitOfWork => UnitOfWorkManager.Current;

    protected ILogger Logger => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>().CreateLogger(GetType().FullName!);

    /// <exception cref="AbpAuthorizationException">The policy is not granted; null or empty checks nothing.</exception>
    protected virtual async Task CheckPolicyAsync(string? policyName)
    {
        if (!string.IsNullOrEmpty(policyName) && !await LazyServiceProvider.LazyGetRequiredService<IPermissionChecker>().IsGrantedAsync(policyName))
        {
            throw new AbpAuthorizationException(code: "Volo.Authorization:010002").WithData("PolicyName", policyName);
        }
    }
}
