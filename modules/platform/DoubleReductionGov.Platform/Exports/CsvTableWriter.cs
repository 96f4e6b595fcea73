using System.Globalization;
using CsvHelper;

namespace DoubleReductionGov.Platform.Exports;

/// <summary>RFC 4180 in UTF-8 with a byte order mark, by which a spreadsheet knows that it is UTF-8.</summary>
internal sealed class CsvTableWriter(Stream target) : IDisposable
{
    private readonly CsvWriter _csv = CsvWriter.Create(
        target, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true, FormatProvider = CultureInfo.InvariantCulture }, leaveOpen: true);

    public void WriteRow(IEnumerable<object?> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case null:
                    _csv.WriteField("");
                    break;
                case int number:
                    _csv.WriteField(number);
                    break;
                case long number:
                    _csv.WriteField(number);
                    break;
                case decimal number:
                    _csv.WriteField(number);
                    break;
                case double number:
                    _csv.WriteField(number);
                    break;
                case DateTime time:
                    _csv.WriteField(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                    break;
                case DateOnly date:
                    _csv.WriteField(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                default:
                    _csv.WriteField(Convert.ToString(value, CultureInfo.CurrentCulture) ?? "");
                    break;
            }
        }

        _csv.EndRecord();
    }

    public void Dispose() => _csv.Dispose();
}
