using CsvHelper;
using Volo.Abp.Content;

namespace DoubleReductionGov.Administration.Users;

/// <summary>Accounts as CSV. A cell that a spreadsheet would run as a formula is escaped.</summary>
internal static class UserExport
{
    public const int MaximumRows = 10_000;

    public static IRemoteStreamContent Write(IReadOnlyList<UserDto> users, UserColumns columns)
    {
        var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            WriteRow(csv, columns.ToArray());
            foreach (var user in users)
            {
                WriteRow(csv, user.UserName, user.Name, UserRules.MaskedPhone(user.PhoneNumber), user.Email, user.OrganisationName, user.Post);
            }
        }

        stream.Position = 0;
        return new RemoteStreamContent(stream, "users.csv", "text/csv");
    }

    private static void WriteRow(CsvWriter csv, params string?[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell ?? "");
        }

        csv.EndRecord();
    }
}
