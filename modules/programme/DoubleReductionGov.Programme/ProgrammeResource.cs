using Volo.Abp.Localization;

namespace DoubleReductionGov.Programme;

[LocalizationResourceName("Programme")]
internal sealed class ProgrammeResource;
