using Volo.Abp.Localization;

namespace DoubleReductionGov.Directory;

[LocalizationResourceName("Directory")]
internal sealed class DirectoryResource;
