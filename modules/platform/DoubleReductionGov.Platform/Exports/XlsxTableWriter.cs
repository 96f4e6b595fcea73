using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Volo.Abp;

namespace DoubleReductionGov.Platform.Exports;

/// <summary>A workbook with one sheet, written from top to bottom. Text never becomes a formula: it is written as inline text.</summary>
internal sealed class XlsxTableWriter : IDisposable
{
    public const int MaximumRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int MaximumText = 32_767, MaximumSheetName = 31;
    private const string DateStyle = "1", TimeStyle = "2";

    private readonly ZipArchive _archive;
    private readonly XmlWriter _sheet;
    private int _rows;

    public XlsxTableWriter(Stream target, string sheetName)
    {
        _archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        WriteParts(SheetName(sheetName));
        _sheet = Open("xl/worksheets/sheet1.xml");
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData");
    }

    public void WriteRow(IEnumerable<object?> values)
    {
        if (++_rows > MaximumRows)
        {
            throw new BusinessException(PlatformErrors.ExportTooLarge).WithData("maximum", TableExport.MaximumRows);
        }

        _sheet.WriteStartElement("row");
        foreach (var value in values)
        {
            _sheet.WriteStartElement("c");
            WriteValue(value);
            _sheet.WriteEndElement();
        }

        _sheet.WriteEndElement();
    }

    public void Dispose()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _archive.Dispose();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case bool flag:
                _sheet.WriteAttributeString("t", "b");
                _sheet.WriteElementString("v", flag ? "1" : "0");
                break;
            case DateOnly date:
                WriteNumber(date.ToDateTime(TimeOnly.MinValue).ToOADate(), DateStyle);
                break;
            case DateTime time:
                WriteNumber(time.ToOADate(), TimeStyle);
                break;
            case byte or short or int or long or decimal or double:
                WriteNumber((IFormattable)value, null);
                break;
            default:
                WriteText(Convert.ToString(value, CultureInfo.CurrentCulture) ?? "");
                break;
        }
    }

    private void WriteNumber(IFormattable number, string? style)
    {
        if (style is not null)
        {
            _sheet.WriteAttributeString("s", style);
        }

        _sheet.WriteElementString("v", number.ToString(null, CultureInfo.InvariantCulture));
    }

    private void WriteText(string text)
    {
        _sheet.WriteAttributeString("t", "inlineStr");
        _sheet.WriteStartElement("is");
        _sheet.WriteStartElement("t");
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        _sheet.WriteString(Legal(text));
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    /// <summary>Without the characters that XML does not know, and no longer than a cell.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && legal.Length < MaximumText - 1; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                legal.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                legal.Append(text[i]).Append(text[++i]);
            }
        }

        return legal.ToString();
    }

    private static string SheetName(string name)
    {
        var legal = string.Concat(Legal(name).Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
        return legal.Length == 0 ? "Sheet1" : legal.Length > MaximumSheetName ? legal[..MaximumSheetName] : legal;
    }

    private XmlWriter Open(string part) => XmlWriter.Create(
        _archive.CreateEntry(part, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private void WriteParts(string sheetName)
    {
        WritePart("[Content_Types].xml", $"""
            <Types xmlns="{Packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """);
        WritePart("_rels/.rels", $"""<Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        WritePart("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{System.Security.SecurityElement.Escape(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        WritePart("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        WritePart("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
    }

    private void WritePart(string name, string xml)
    {
        using var writer = new StreamWriter(_archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(xml.Trim());
    }
}
