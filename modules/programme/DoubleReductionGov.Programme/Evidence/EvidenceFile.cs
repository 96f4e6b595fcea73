using System.Globalization;
using System.IO.Compression;
using System.Text;
using Volo.Abp;
using Volo.Abp.Content;

namespace DoubleReductionGov.Programme.Evidence;

/// <summary>
/// A file that may be kept as evidence: of an allowed kind by its name and by its first bytes, not empty, not too large. Name and
/// content type are ours: what the client says about either is not believed.
/// </summary>
internal sealed record EvidenceFile(string Name, string ContentType, byte[] Content)
{
    public const int NameMaxLength = 128;

    private const int BytesPerMegabyte = 1024 * 1024;

    private static readonly byte[] Pdf = "%PDF-"u8.ToArray();
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = new(Pdf, "application/pdf"),
        [".doc"] = new(OldOffice, "application/msword"),
        [".docx"] = new(Zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/"),
        [".xls"] = new(OldOffice, "application/vnd.ms-excel"),
        [".xlsx"] = new(Zip, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/"),
        [".pptx"] = new(Zip, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/"),
        [".jpg"] = new(Jpeg, "image/jpeg"),
        [".jpeg"] = new(Jpeg, "image/jpeg"),
        [".png"] = new(Png, "image/png"),
    };

    public static string AllowedExtensions => string.Join('、', Kinds.Keys.Select(extension => extension[1..]));

    public static async Task<EvidenceFile> ReadAsync(IRemoteStreamContent? file, int maximumMegabytes)
    {
        if (file is null)
        {
            throw new BusinessException(ProgrammeErrors.EvidenceIsEmpty);
        }

        using (file)
        {
            return Check(file.FileName, await ReadBytesAsync(file.GetStream(), maximumMegabytes));
        }
    }

    public static EvidenceFile Check(string? clientName, byte[] content)
    {
        var name = Sanitise(clientName);
        if (content.Length == 0)
        {
            throw new BusinessException(ProgrammeErrors.EvidenceIsEmpty);
        }

        if (!Kinds.TryGetValue(Path.GetExtension(name), out var kind) || !kind.Fits(content))
        {
            throw new BusinessException(ProgrammeErrors.EvidenceTypeNotAllowed).WithData("fileName", name).WithData("allowed", AllowedExtensions);
        }

        return new EvidenceFile(name, kind.ContentType, content);
    }

    /// <summary>Stops one byte past the limit, so that a huge upload is neither read nor kept.</summary>
    private static async Task<byte[]> ReadBytesAsync(Stream stream, int maximumMegabytes)
    {
        var limit = maximumMegabytes * BytesPerMegabyte;
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = await stream.ReadAsync(buffer)) > 0)
        {
            if (content.Length + count > limit)
            {
                throw new BusinessException(ProgrammeErrors.EvidenceTooLarge).WithData("maximumMegabytes", maximumMegabytes);
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    /// <summary>The last part of the path without characters that a file system or a header would stumble over, at most 128 long.</summary>
    private static string Sanitise(string? clientName)
    {
        var name = (clientName ?? "").Normalize(NormalizationForm.FormC);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = new string([.. name.Where(c => !IsForbidden(c))]).Trim(' ', '.');

        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        var room = NameMaxLength - extension.Length;
        if (stem.Length > room)
        {
            stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)];
        }

        return (stem.Length == 0 ? "file" : stem) + extension;
    }

    /// <summary>Format characters such as the right-to-left override make one kind of file look like another.</summary>
    private static bool IsForbidden(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || "<>:\"|?*".Contains(c, StringComparison.Ordinal);

    private sealed record Kind(byte[] FirstBytes, string ContentType, string? ZipFolder = null)
    {
        public bool Fits(byte[] content) => content.AsSpan().StartsWith(FirstBytes) && (ZipFolder is null || IsOfficePackage(content, ZipFolder));

        /// <summary>Any archive can be renamed; an office document has its content list and its own folder. Nothing is unpacked.</summary>
        private static bool IsOfficePackage(byte[] content, string folder)
        {
            try
            {
                using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
                return archive.GetEntry("[Content_Types].xml") is not null
                    && archive.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.Ordinal));
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }
}
