using Volo.Abp;
using Volo.Abp.Content;

namespace DoubleReductionGov.Platform.Exports;

public enum TableFormat
{
    Csv,
    Xlsx,
}

/// <summary>One column of a table file.</summary>
/// <param name="Title">Its heading, in the reader's language.</param>
/// <param name="Value">Text, number, <see cref="DateTime"/> (written as it is), <see cref="DateOnly"/>, bool or null of a row; anything else is written as its text.</param>
public sealed record ExportColumn<T>(string Title, Func<T, object?> Value);

/// <summary>Rows as a file that is written while it is sent: its size costs no memory.</summary>
public static class TableExport
{
    /// <summary>With the heading, what a worksheet holds.</summary>
    public const int MaximumRows = 1_048_575;

    /// <param name="rows">Read when the file is sent, within the request.</param>
    /// <param name="columns">From left to right.</param>
    /// <param name="format">CSV is UTF-8 with a byte order mark; what a spreadsheet would take for a formula gets an apostrophe.</param>
    /// <param name="name">The file's name without its ending, also the worksheet's.</param>
    public static IRemoteStreamContent Create<T>(IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, TableFormat format, string name)
    {
        Check.NotNullOrWhiteSpace(name, nameof(name));
        return format == TableFormat.Csv
            ? new RemoteStreamContent(new WrittenStream((target, token) => WriteCsvAsync(rows, columns, target, token)), name + ".csv", "text/csv; charset=utf-8")
            : new RemoteStreamContent(
                new WrittenStream((target, token) => WriteXlsxAsync(rows, columns, name, target, token)),
                name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private static async Task WriteCsvAsync<T>(IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, ChunkStream target, CancellationToken cancellationToken)
    {
        using var csv = new CsvTableWriter(target);
        csv.WriteRow(columns.Select(c => (object?)c.Title));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            csv.WriteRow(columns.Select(c => c.Value(row)));
            await target.SendFullChunksAsync(cancellationToken);
        }
    }

    private static async Task WriteXlsxAsync<T>(
        IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, string name, ChunkStream target, CancellationToken cancellationToken)
    {
        using var xlsx = new XlsxTableWriter(target, name);
        xlsx.WriteRow(columns.Select(c => (object?)c.Title));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            xlsx.WriteRow(columns.Select(c => c.Value(row)));
            await target.SendFullChunksAsync(cancellationToken);
        }
    }
}
