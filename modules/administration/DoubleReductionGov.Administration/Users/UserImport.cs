using System.ComponentModel.DataAnnotations;
using System.Text;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Platform.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.Content;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Administration.Users;

/// <summary>Accounts from a file: read whole, judged whole, created all or none.</summary>
internal sealed class UserImport(
    UserDesk desk, IRepository<IdentityUser, Guid> users, IDirectoryIntegrationService directory, IStringLocalizer<AdministrationResource> texts)
    : ITransientDependency
{
    private static readonly TableLimits Limits = new(Bytes: 8 * 1024 * 1024, Rows: 1_001, Columns: 50, CellLength: 1_000);
    private static readonly EmailAddressAttribute Email = new();

    /// <summary>The headings in the reader's language; a file may have those of any language.</summary>
    public UserColumns Columns => new(Heading("UserName"), Heading("Name"), Heading("PhoneNumber"), Heading("Email"), Heading("Organisation"), Heading("Post"));

    public IRemoteStreamContent Template()
    {
        var heading = string.Join(',', Columns.ToArray()) + "\r\n";
        return new RemoteStreamContent(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(heading)]), texts["Users:ImportFileName"] + ".csv", "text/csv");
    }

    public async Task<UserImportResult> ImportAsync(Stream stream, bool isDryRun)
    {
        var rows = Rows(await TableFile.ReadAsync(stream, Limits).ToListAsync());
        var organisations = ByCodeOrName(await directory.GetOrganisationsAsync());
        var errors = rows.SelectMany(row => ErrorsOf(row, organisations)).Concat(Repeated(rows)).Concat(await TakenAsync(rows)).OrderBy(e => e.Row).ToList();
        if (isDryRun || errors.Count > 0)
        {
            return new UserImportResult(isDryRun, rows.Count, 0, errors, []);
        }

        var created = new List<ImportedUser>();
        foreach (var row in rows)
        {
            var account = await desk.CreateAsync(row.ToInput(organisations));
            created.Add(new ImportedUser(row.Number, account.UserName, account.Password, account.ExpiresAt));
        }

        return new UserImportResult(false, rows.Count, created.Count, [], created);
    }

    /// <summary>An export shows names; a name that two bear says nothing.</summary>
    private static Dictionary<string, Guid> ByCodeOrName(IReadOnlyList<OrganisationInfo> organisations)
    {
        var found = organisations.ToDictionary(o => o.Code, o => o.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var name in organisations.GroupBy(o => o.Name).Where(g => g.Count() == 1))
        {
            found.TryAdd(name.Key, name.Single().Id);
        }

        return found;
    }

    private List<UserRow> Rows(List<TableRow> table)
    {
        var wanted = Columns.ToArray();
        var heading = table.FirstOrDefault()?.Cells.Select(h => h.Trim()).ToList() ?? [];
        var positions = wanted.Select(name => heading.FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (positions[0] < 0 || positions[1] < 0)
        {
            throw Invalid(texts["Users:ColumnIsMissing", wanted[positions[0] < 0 ? 0 : 1]]);
        }

        // A column that nobody reads, such as roles, must not look as if it had been obeyed.
        if (heading.FirstOrDefault(h => h.Length > 0 && !wanted.Contains(h, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Invalid(texts["Users:ColumnIsUnknown", unknown]);
        }

        return [.. table.Skip(1).Where(row => row.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).Select(row => new UserRow(
            row.Number, Cell(row, 0) ?? "", Cell(row, 1) ?? "", Cell(row, 2), Cell(row, 3), Cell(row, 4), Cell(row, 5)))];

        string? Cell(TableRow row, int column) =>
            positions[column] is >= 0 and var position && position < row.Cells.Count && !string.IsNullOrWhiteSpace(row.Cells[position]) ? row.Cells[position].Trim() : null;
    }

    private IEnumerable<UserImportError> ErrorsOf(UserRow row, Dictionary<string, Guid> organisations)
    {
        var columns = Columns;
        if (!UserRules.UserName().IsMatch(row.UserName))
        {
            yield return Error(row, columns.UserName, "Users:UserNameIsMalformed");
        }

        if (row.Name.Length is 0 or > UserRules.NameMaxLength)
        {
            yield return Error(row, columns.Name, "Users:NameIsMalformed");
        }

        if (row.PhoneNumber is not null && !UserRules.Phone().IsMatch(row.PhoneNumber))
        {
            yield return Error(row, columns.PhoneNumber, "Users:PhoneIsMalformed");
        }

        if (row.Email is not null && (row.Email.Length > UserRules.EmailMaxLength || !Email.IsValid(row.Email)))
        {
            yield return Error(row, columns.Email, "Users:EmailIsMalformed");
        }

        if (row.Organisation is not null && !organisations.ContainsKey(row.Organisation))
        {
            yield return Error(row, columns.Organisation, "Users:OrganisationIsUnknown");
        }

        if (row.Post?.Length > UserRules.PostMaxLength)
        {
            yield return Error(row, columns.Post, "Users:PostIsMalformed");
        }
    }

    private IEnumerable<UserImportError> Repeated(List<UserRow> rows) =>
        rows.GroupBy(r => r.UserName.ToUpperInvariant()).SelectMany(g => g.Skip(1)).Select(r => Error(r, Columns.UserName, "Users:UserNameIsRepeated"))
            .Concat(rows.Where(r => r.Email is not null).GroupBy(r => r.Email!.ToUpperInvariant()).SelectMany(g => g.Skip(1)).Select(r => Error(r, Columns.Email, "Users:EmailIsRepeated")));

    private async Task<IEnumerable<UserImportError>> TakenAsync(List<UserRow> rows)
    {
        var names = rows.ConvertAll(r => r.UserName.ToUpperInvariant());
        var emails = rows.Select(r => r.Email?.ToUpperInvariant()).OfType<string>().ToList();
        var taken = await (await users.GetQueryableAsync())
            .Where(u => names.Contains(u.NormalizedUserName) || emails.Contains(u.NormalizedEmail))
            .Select(u => new { u.NormalizedUserName, u.NormalizedEmail }).ToListAsync();
        var takenNames = taken.Select(t => t.NormalizedUserName).ToHashSet();
        var takenEmails = taken.Select(t => t.NormalizedEmail).ToHashSet();
        return rows.Where(r => takenNames.Contains(r.UserName.ToUpperInvariant())).Select(r => Error(r, Columns.UserName, "Users:UserNameIsTaken"))
            .Concat(rows.Where(r => r.Email is not null && takenEmails.Contains(r.Email.ToUpperInvariant())).Select(r => Error(r, Columns.Email, "Users:EmailIsTaken")));
    }

    private UserImportError Error(UserRow row, string column, string text) => new(row.Number, column, texts[text]);

    private string Heading(string column) => texts["Users:Column:" + column];

    private static BusinessException Invalid(string reason) => new BusinessException(AdministrationErrors.ImportFileIsInvalid).WithData("reason", reason);
}

/// <summary>The headings of an import file and of an export.</summary>
internal sealed record UserColumns(string UserName, string Name, string PhoneNumber, string Email, string Organisation, string Post)
{
    public string[] ToArray() => [UserName, Name, PhoneNumber, Email, Organisation, Post];
}

internal sealed record UserRow(int Number, string UserName, string Name, string? PhoneNumber, string? Email, string? Organisation, string? Post)
{
    public CreateUserInput ToInput(Dictionary<string, Guid> organisations) => new()
    {
        UserName = UserName,
        Name = Name,
        PhoneNumber = PhoneNumber,
        Email = Email,
        OrganisationId = Organisation is null ? null : organisations[Organisation],
        Post = Post,
    };
}
