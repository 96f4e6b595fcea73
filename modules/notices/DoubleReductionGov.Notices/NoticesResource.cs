using Volo.Abp.Localization;

namespace DoubleReductionGov.Notices;

[LocalizationResourceName("Notices")]
internal sealed class NoticesResource;
