using Microsoft.Extensions.Localization;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc.Validation;

/// <summary>What the JSON reader says is English and names our types; a client is told where the mistake is, in its language.</summary>
internal sealed class JsonErrorTexts(IStringLocalizerFactory localizerFactory) : ITransientDependency
{
    public string Localize(string member, string message)
    {
        if (!member.StartsWith('$'))
        {
            return message;
        }

        var texts = localizerFactory.Create(typeof(AbpMvcResource));
        return texts[message] is { ResourceNotFound: false } known ? known.Value
            : member == "$" ? texts["The body is not valid JSON."]
            : texts["The value of {0} has a wrong type or form.", member.TrimStart('$', '.')];
    }
}
