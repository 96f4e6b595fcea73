using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Notices.Inbox;

public sealed class NoticeListInput : PagedResultRequestDto
{
    /// <summary>Only what has not been read.</summary>
    public bool UnreadOnly { get; set; }
}

/// <param name="Link">A path of the portal, or null.</param>
/// <param name="Time">UTC.</param>
/// <param name="ReadAt">UTC; null: unread.</param>
public sealed record NoticeDto(Guid Id, string Name, string Title, string Text, string? Link, NoticeSeverity Severity, DateTime Time, DateTime? ReadAt);

public sealed record UnreadCountDto(int Count);
