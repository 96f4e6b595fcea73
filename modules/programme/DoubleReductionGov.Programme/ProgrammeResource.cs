using Volo.Abp.Localization;

namespace DoubleReductionGov.Programme;

[LocalizationResourceName("Programme")]
public sealed class ProgrammeResource;
