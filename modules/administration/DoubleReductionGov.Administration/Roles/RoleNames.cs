using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;

namespace DoubleReductionGov.Administration.Roles;

/// <summary>What roles are called: those of the platform by the host's texts, those made here by their own name.</summary>
internal sealed class RoleNames(IStringLocalizerFactory localizers, IOptions<AbpLocalizationOptions> options) : ITransientDependency
{
    public string Of(string name)
    {
        if (options.Value.DefaultResourceType is not { } resource)
        {
            return name;
        }

        var text = localizers.Create(resource)["Role:" + name];
        return text.ResourceNotFound ? name : text.Value;
    }
}
