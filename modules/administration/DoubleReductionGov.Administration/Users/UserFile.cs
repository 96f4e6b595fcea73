using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using ExcelDataReader;
using Volo.Abp;

namespace DoubleReductionGov.Administration.Users;

/// <summary>Reads the cells of a CSV file (UTF-8 or GB18030) or of the first sheet of an xlsx file, with limits that no file gets past.</summary>
internal static class UserFile
{
    public const int MaximumBytes = 2 * 1024 * 1024;
    public const int MaximumRows = 1000;

    /// <summary>What an xlsx file of the allowed size may unpack to; a bomb unpacks to a thousand times its size.</summary>
    private const long MaximumUnpackedBytes = 50L * 1024 * 1024;

    private const int MaximumColumns = 50;

    static UserFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Refuses: ImportFileIsTooLarge, ImportFileIsInvalid.</summary>
    public static async Task<List<string[]>> ReadAsync(string? fileName, Stream stream)
    {
        var bytes = new byte[MaximumBytes + 1];
        bytes = bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false)];
        if (bytes.Length > MaximumBytes)
        {
            throw TooLarge($"{MaximumBytes / 1024 / 1024} MB");
        }

        try
        {
            var rows = Path.GetExtension(fileName)?.ToLowerInvariant() == ".xlsx" ? ReadXlsx(bytes) : ReadCsv(bytes);
            return rows.Count > MaximumRows + 1 ? throw TooLarge(MaximumRows.ToString(CultureInfo.InvariantCulture)) : rows;
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException or ExcelDataReader.Exceptions.ExcelReaderException or DecoderFallbackException or System.Xml.XmlException)
        {
            throw new BusinessException(AdministrationErrors.ImportFileIsInvalid, innerException: e).WithData("reason", "");
        }
    }

    private static List<string[]> ReadCsv(byte[] bytes)
    {
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(Decode(bytes)), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (rows.Count <= MaximumRows + 1 && csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, Math.Min(csv.FieldCount, MaximumColumns)).Select(i => csv.GetString(i).Trim())]);
        }

        return rows;
    }

    private static List<string[]> ReadXlsx(byte[] bytes)
    {
        using (var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read))
        {
            if (archive.Entries.Sum(e => e.Length) > MaximumUnpackedBytes)
            {
                throw TooLarge($"{MaximumUnpackedBytes / 1024 / 1024} MB");
            }
        }

        using var excel = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        var rows = new List<string[]>();
        while (rows.Count <= MaximumRows + 1 && excel.Read())
        {
            rows.Add([.. Enumerable.Range(0, Math.Min(excel.FieldCount, MaximumColumns))
                .Select(i => Convert.ToString(excel.GetValue(i), CultureInfo.InvariantCulture)?.Trim() ?? "")]);
        }

        return rows;
    }

    // What is no UTF-8 was written by a Chinese spreadsheet program.
    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
    }

    private static BusinessException TooLarge(string maximum) =>
        new BusinessException(AdministrationErrors.ImportFileIsTooLarge).WithData("maximum", maximum);
}
