namespace DoubleReductionGov.Administration.Users;

/// <param name="RowCount">Rows of accounts in the file, without its heading.</param>
/// <param name="CreatedCount">0 on a dry run and when there are errors.</param>
/// <param name="Accounts">The passwords for the first sign-in, told once.</param>
public sealed record UserImportResult(
    bool IsDryRun, int RowCount, int CreatedCount, IReadOnlyList<UserImportError> Errors, IReadOnlyList<ImportedUser> Accounts);

/// <param name="Row">As a spreadsheet counts: the heading is row 1.</param>
/// <param name="Column">The heading of the column; null when the whole row is meant.</param>
public sealed record UserImportError(int Row, string? Column, string Message);

public sealed record ImportedUser(int Row, string UserName, string Password, DateTimeOffset ExpiresAt);
