using System.ComponentModel.DataAnnotations;

namespace DoubleReductionGov.Notices.Preferences;

/// <param name="QuietFrom">Local time; with <paramref name="QuietTo"/> null: no quiet hours.</param>
/// <param name="EmailAddress">Where e-mail goes, masked; null: the account has no address.</param>
/// <param name="PhoneNumber">Where short messages go, masked; null: the account has no number.</param>
public sealed record PreferenceDto(
    Digest Digest, TimeOnly? QuietFrom, TimeOnly? QuietTo, IReadOnlyList<NoticeKindDto> Kinds, string? EmailAddress, string? PhoneNumber);

/// <param name="Title">What the notice is about, in the reader's language.</param>
public sealed record NoticeKindDto(string Name, string Title, bool Email, bool Sms);

public sealed class UpdatePreferenceInput : IValidatableObject
{
    [EnumDataType(typeof(Digest))]
    public Digest Digest { get; set; }

    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietTo { get; set; }

    [Required, MaxLength(500)]
    public IReadOnlyList<NoticeChoiceInput> Kinds { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (QuietFrom is null != QuietTo is null)
        {
            yield return new ValidationResult("Quiet hours need both a beginning and an end, or neither.", [nameof(QuietFrom), nameof(QuietTo)]);
        }
    }
}

public sealed record NoticeChoiceInput([Required, StringLength(100)] string Name, bool Email, bool Sms);
