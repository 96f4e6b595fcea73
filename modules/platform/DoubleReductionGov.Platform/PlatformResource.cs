using Volo.Abp.Localization;

namespace DoubleReductionGov.Platform;

/// <summary>The texts of what every module uses.</summary>
[LocalizationResourceName("Platform")]
internal sealed class PlatformResource;
