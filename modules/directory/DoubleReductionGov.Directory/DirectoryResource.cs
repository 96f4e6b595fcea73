using Volo.Abp.Localization;

namespace DoubleReductionGov.Directory;

[LocalizationResourceName("Directory")]
public sealed class DirectoryResource;
