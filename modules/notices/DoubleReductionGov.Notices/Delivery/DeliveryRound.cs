using System.Globalization;
using DoubleReductionGov.Notices.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Notices.Delivery;

/// <summary>
/// Sends what is due in the current tenant, one message for each person and channel. At least once: when the process dies between the
/// sending and the commit, the message goes again.
/// </summary>
internal sealed partial class DeliveryRound(
    IRepository<NoticeDelivery, Guid> deliveries, IRepository<Notice, Guid> notices, AddressBook addresses, NoticeTexts texts,
    IEnumerable<IMessageChannel> channels, IOptions<DeliveryOptions> options, IStringLocalizer<NoticesResource> localizer,
    IUnitOfWorkManager unitOfWorkManager, IClock clock, ILogger<DeliveryRound> logger)
    : ITransientDependency
{
    private const int BatchSize = 500;
    private const int FailuresThatEndARound = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Returns the number of messages that left. A channel that fails three times is left alone until the next round.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken = default)
    {
        var sent = 0;
        foreach (var channel in channels)
        {
            var failures = 0;
            foreach (var bundle in (await GetDueAsync(channel.Name, cancellationToken)).TakeWhile(_ => failures < FailuresThatEndARound))
            {
                if (await SendAsync(channel, bundle, cancellationToken))
                {
                    sent++;
                }
                else
                {
                    failures++;
                }
            }
        }

        return sent;
    }

    private async Task<List<Bundle>> GetDueAsync(string channel, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var now = clock.Now;
        var due = await (await deliveries.GetQueryableAsync())
            .Where(d => d.NotBefore <= now && d.Channel == channel)
            .OrderBy(d => d.NotBefore).Take(BatchSize)
            .Select(d => new { d.Id, d.UserId, d.NoticeId })
            .ToListAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return [.. due.GroupBy(d => d.UserId).Select(g => new Bundle(g.Key, [.. g.Select(d => d.Id)], [.. g.Select(d => d.NoticeId)]))];
    }

    private async Task<bool> SendAsync(IMessageChannel channel, Bundle bundle, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var rows = await deliveries.GetListAsync(d => bundle.DeliveryIds.Contains(d.Id), cancellationToken: cancellationToken);
        var done = true;
        if ((await addresses.GetAsync([bundle.UserId])).GetValueOrDefault(bundle.UserId)?.Of(channel.Name) is not { Length: > 0 } address)
        {
            rows.ForEach(row => row.GiveUp("NoAddress"));
        }
        else if (await TrySendAsync(channel, Write(address, await GetNoticesAsync(bundle, cancellationToken)), cancellationToken) is { } error)
        {
            rows.ForEach(row => row.Failed(clock.Now, error));
            done = false;
        }
        else
        {
            rows.ForEach(row => row.Sent(clock.Now));
        }

        await unitOfWork.CompleteAsync(cancellationToken);
        return done;
    }

    private async Task<string?> TrySendAsync(IMessageChannel channel, Message message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await channel.SendAsync(message, patience.Token);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The exception's own text may name the address.
            SendingFailed(logger, channel.Name, e.GetType().Name);
            return e.GetType().Name;
        }
    }

    private Task<List<Notice>> GetNoticesAsync(Bundle bundle, CancellationToken cancellationToken) =>
        notices.GetListAsync(n => bundle.NoticeIds.Contains(n.Id), cancellationToken: cancellationToken);

    private Message Write(string address, List<Notice> told)
    {
        var culture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        try
        {
            var subject = told is [var only] ? texts.Title(only) : localizer["Message:Subject", told.Count].Value;
            return new Message(address, subject, string.Join("\n\n", told.OrderBy(n => n.Id).Select(Paragraph)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    private string Paragraph(Notice notice)
    {
        var link = notice.Link is null || options.Value.PortalUrl is null ? "" : $"\n{options.Value.PortalUrl.TrimEnd('/')}{notice.Link}";
        return $"{texts.Title(notice)}\n{texts.Body(notice)}{link}";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message by {Channel} was not taken: {Error}.")]
    private static partial void SendingFailed(ILogger logger, string channel, string error);

    private sealed record Bundle(Guid UserId, List<Guid> DeliveryIds, List<Guid> NoticeIds);
}
