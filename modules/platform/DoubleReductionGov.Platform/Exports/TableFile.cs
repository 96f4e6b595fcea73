using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using ExcelDataReader;
using Volo.Abp;

namespace DoubleReductionGov.Platform.Exports;

/// <summary>What a file to be read may cost.</summary>
/// <param name="Bytes">Of the file, and of what is packed in it after unpacking.</param>
/// <param name="Rows">With the heading.</param>
/// <param name="Columns">Of one row.</param>
/// <param name="CellLength">Characters.</param>
public sealed record TableLimits(long Bytes = 64 * 1024 * 1024, int Rows = 200_001, int Columns = 256, int CellLength = 4_000);

/// <summary>One row with its number in the file, the first being 1. An empty cell is an empty text.</summary>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads CSV (UTF-8 with or without a mark, UTF-16 with one, GB18030) and Excel files row by row. A formula is read as its stored result.</summary>
public static class TableFile
{
    private static ReadOnlySpan<byte> OldExcelMark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    static TableFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">The file; it is read to its end and left open.</param>
    /// <param name="limits">What is more is refused.</param>
    /// <exception cref="BusinessException">TableFileUnreadable, TableFileTooLarge, TableFileHasTooManyRows, TableFileHasTooManyColumns, TableFileCellTooLong.</exception>
    public static async IAsyncEnumerable<TableRow> ReadAsync(
        Stream content, TableLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var file = await LoadAsync(content, limits, cancellationToken);
        var rows = IsZip(file) || IsOldExcel(file) ? ReadExcel(file, limits) : ReadCsv(file, limits);
        using var enumerator = rows.GetEnumerator();
        while (Guarded(enumerator.MoveNext))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Checked(enumerator.Current, limits);
        }
    }

    private static async Task<MemoryStream> LoadAsync(Stream content, TableLimits limits, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (file.Length + read > limits.Bytes)
            {
                throw TooLarge(limits);
            }

            file.Write(buffer, 0, read);
        }

        file.Position = 0;
        return file;
    }

    private static IEnumerable<TableRow> ReadExcel(MemoryStream file, TableLimits limits)
    {
        if (IsZip(file))
        {
            Guarded(() => EnsureUnpackedSize(file, limits));
        }

        using var reader = Guarded(() => ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
        for (var number = 1; Guarded(reader.Read); number++)
        {
            if (reader.FieldCount > limits.Columns && Enumerable.Range(limits.Columns, reader.FieldCount - limits.Columns).Any(c => !reader.IsDBNull(c)))
            {
                throw TooManyColumns(number, limits);
            }

            yield return new TableRow(number, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, limits.Columns)).Select(c => TextOf(reader.GetValue(c)))]);
        }
    }

    /// <summary>The sizes that a packed file tells of itself may be lies: it is unpacked once, into nothing, and counted.</summary>
    private static bool EnsureUnpackedSize(MemoryStream file, TableLimits limits)
    {
        using (var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            long total = 0;
            var buffer = new byte[81_920];
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                for (int read; (read = content.Read(buffer)) > 0;)
                {
                    total += read;
                    if (total > limits.Bytes)
                    {
                        throw TooLarge(limits);
                    }
                }
            }
        }

        file.Position = 0;
        return true;
    }

    private static IEnumerable<TableRow> ReadCsv(MemoryStream file, TableLimits limits)
    {
        if (file.Length == 0 || file.GetBuffer().AsSpan(0, (int)Math.Min(file.Length, 1024)) is var beginning && beginning.Contains((byte)0) && !HasUtf16Mark(beginning))
        {
            throw new BusinessException(PlatformErrors.TableFileUnreadable);
        }

        using var text = new StreamReader(file, EncodingOf(file), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var csv = CsvReader.Create(
            text, new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false, MaxRecordSize = 4 * 1024 * 1024, IncludeValuesInExceptions = false });
        for (var number = 1; Guarded(csv.Read); number++)
        {
            if (csv.FieldCount > limits.Columns)
            {
                throw TooManyColumns(number, limits);
            }

            yield return new TableRow(number, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
    }

    /// <summary>What is not UTF-8 is taken for GB18030, which Excel writes in China.</summary>
    private static Encoding EncodingOf(MemoryStream file) =>
        System.Text.Unicode.Utf8.IsValid(file.GetBuffer().AsSpan(0, (int)file.Length)) ? Encoding.UTF8 : Encoding.GetEncoding("GB18030");

    private static TableRow Checked(TableRow row, TableLimits limits)
    {
        if (row.Number > limits.Rows)
        {
            throw new BusinessException(PlatformErrors.TableFileHasTooManyRows).WithData("maximum", limits.Rows - 1);
        }

        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (row.Cells[column].Length > limits.CellLength)
            {
                throw new BusinessException(PlatformErrors.TableFileCellTooLong)
                    .WithData("row", row.Number).WithData("column", column + 1).WithData("maximum", limits.CellLength);
            }
        }

        return row;
    }

    /// <summary>Whatever a reader stumbles over in a damaged file is the file's fault, not ours.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (BusinessException or OperationCanceledException or OutOfMemoryException))
        {
            throw new BusinessException(PlatformErrors.TableFileUnreadable, innerException: e);
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static bool IsZip(MemoryStream file) => file.Length > 4 && file.GetBuffer().AsSpan(0, 4).SequenceEqual("PK\u0003\u0004"u8);

    private static bool IsOldExcel(MemoryStream file) => file.Length > 8 && file.GetBuffer().AsSpan(0, 8).SequenceEqual(OldExcelMark);

    private static bool HasUtf16Mark(ReadOnlySpan<byte> beginning) => beginning is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static BusinessException TooLarge(TableLimits limits) => new BusinessException(PlatformErrors.TableFileTooLarge).WithData("maximum", limits.Bytes / 1024 / 1024);

    private static BusinessException TooManyColumns(int row, TableLimits limits) =>
        new BusinessException(PlatformErrors.TableFileHasTooManyColumns).WithData("row", row).WithData("maximum", limits.Columns);
}
