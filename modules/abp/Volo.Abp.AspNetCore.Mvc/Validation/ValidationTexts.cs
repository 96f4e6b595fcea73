using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;

namespace Volo.Abp.AspNetCore.Mvc.Validation;

/// <summary>What model binding and data annotations say, in the reader's language: their English texts are the keys, as in ABP.</summary>
internal sealed class ValidationTexts(IStringLocalizerFactory localizerFactory)
    : IPostConfigureOptions<MvcOptions>, IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, IValidationMetadataProvider
{
    private static readonly PropertyInfo DefaultText = typeof(ValidationAttribute).GetProperty("ErrorMessageString", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private IStringLocalizer L => localizerFactory.Create(typeof(AbpMvcResource));

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, ValidationTexts>();
        services.AddSingleton<IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, ValidationTexts>();
    }

    public void Configure(MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(AbpMvcResource));

    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var texts = options.ModelBindingMessageProvider;
        texts.SetAttemptedValueIsInvalidAccessor((value, field) => L["The value '{0}' is not valid for {1}.", value, field]);
        texts.SetNonPropertyAttemptedValueIsInvalidAccessor(value => L["The value '{0}' is not valid.", value]);
        texts.SetValueIsInvalidAccessor(value => L["The value '{0}' is not valid.", value]);
        texts.SetValueMustNotBeNullAccessor(value => L["The value '{0}' is not valid.", value]);
        texts.SetValueMustBeANumberAccessor(field => L["The field {0} must be a number.", field]);
        texts.SetMissingRequestBodyRequiredValueAccessor(() => L["A non-empty request body is required."]);
        texts.SetMissingBindRequiredValueAccessor(field => L["The {0} field is required.", field]);
    }

    /// <summary>A text that stands on the attribute is looked up; one that the attribute has by itself is not, so it is put there.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(a => a.ErrorMessage is null && a.ErrorMessageResourceName is null))
        {
            attribute.ErrorMessage = (string?)DefaultText.GetValue(attribute);
        }
    }
}
