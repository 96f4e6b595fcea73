using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

public class ApplicationLocalizationRequestDto
{
    [Required]
    public string CultureName { get; set; } = default!;

    /// <summary>Only texts that are kept in a database: there are none here.</summary>
    public bool OnlyDynamics { get; set; }
}

[Route("api/abp/application-localization")]
[ApiExplorerSettings(GroupName = "Abp")]
public sealed class AbpApplicationLocalizationController(IServiceProvider serviceProvider) : ControllerBase
{
    /// <summary>The texts of one language, with the resources on which each is based.</summary>
    [HttpGet]
    public ApplicationLocalizationDto Get([FromQuery] ApplicationLocalizationRequestDto input) // exempt(authorize): everybody may read the texts
    {
        if (!ApplicationTexts.IsCulture(input.CultureName))
        {
            throw new AbpValidationException("Unknown culture.", [new ValidationResult(input.CultureName, [nameof(input.CultureName)])]);
        }

        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(input.CultureName);
            return new ApplicationLocalizationDto
            {
                Resources = input.OnlyDynamics ? [] : serviceProvider.GetRequiredService<ApplicationTexts>().All(),
                CurrentCulture = ApplicationTexts.CurrentCulture(),
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}

/// <summary>The texts of all resources in the language of the current flow.</summary>
internal sealed class ApplicationTexts(IOptions<AbpLocalizationOptions> localization, IStringLocalizerFactory localizerFactory) : ITransientDependency
{
    public Dictionary<string, ApplicationLocalizationResourceDto> All() => localization.Value.Resources.Values.ToDictionary(
        r => r.ResourceName,
        r => new ApplicationLocalizationResourceDto
        {
            Texts = localizerFactory.Create(r.ResourceType).GetAllStrings(true).ToDictionary(t => t.Name, t => t.Value),
            BaseResources = [.. r.BaseResourceNames],
        });

    public static bool IsCulture(string name) => name.Length < 35 && Array.Exists(CultureInfo.GetCultures(CultureTypes.AllCultures), c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static CurrentCultureDto CurrentCulture()
    {
        var culture = CultureInfo.CurrentUICulture;
        var format = culture.DateTimeFormat;
        return new CurrentCultureDto
        {
            DisplayName = culture.DisplayName,
            EnglishName = culture.EnglishName,
            ThreeLetterIsoLanguageName = culture.ThreeLetterISOLanguageName,
            TwoLetterIsoLanguageName = culture.TwoLetterISOLanguageName,
            IsRightToLeft = culture.TextInfo.IsRightToLeft,
            CultureName = culture.Name,
            Name = culture.Name,
            NativeName = culture.NativeName,
            DateTimeFormat = new DateTimeFormatDto
            {
                CalendarAlgorithmType = format.Calendar.AlgorithmType.ToString(),
                DateTimeFormatLong = format.LongDatePattern,
                ShortDatePattern = format.ShortDatePattern,
                FullDateTimePattern = format.FullDateTimePattern,
                DateSeparator = format.DateSeparator,
                ShortTimePattern = format.ShortTimePattern,
                LongTimePattern = format.LongTimePattern,
            },
        };
    }
}
