namespace DoubleReductionGov.Notices.Preferences;

/// <summary>Enough to recognise one's own address by, too little for others to use.</summary>
internal static class Mask
{
    public static string? Email(string? address) =>
        address?.Split('@') is [{ Length: > 0 } name, var domain] ? $"{name[0]}***@{domain}" : null;

    public static string? Phone(string? number) => number is { Length: >= 7 } ? $"{number[..3]}****{number[^4..]}" : null;
}
