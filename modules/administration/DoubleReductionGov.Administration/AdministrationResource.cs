using Volo.Abp.Localization;

namespace DoubleReductionGov.Administration;

[LocalizationResourceName("Administration")]
internal sealed class AdministrationResource;
