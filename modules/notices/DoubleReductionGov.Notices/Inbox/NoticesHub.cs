using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Notices.Inbox;

/// <summary>
/// Tells a person's open browsers that the inbox changed, by the message <c>noticesChanged</c> without content: they fetch the count over
/// the interface, where rights are checked anew, so a connection that outlives a session learns nothing.
/// </summary>
[Authorize]
internal sealed class NoticesHub : Hub;

/// <summary>Calls the browsers once the unit of work has committed.</summary>
internal sealed class NoticePush(IHubContext<NoticesHub> hub, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    private const string Receivers = "Notices.Receivers";

    public void AfterCommit(params IEnumerable<Guid> userIds)
    {
        var unitOfWork = unitOfWorkManager.Current ?? throw new InvalidOperationException("Notices are sent inside a unit of work.");
        if (!unitOfWork.Items.TryGetValue(Receivers, out var known))
        {
            unitOfWork.Items[Receivers] = known = new HashSet<Guid>();
            unitOfWork.OnCompleted(() => hub.Clients.Users([.. ((HashSet<Guid>)known).Select(id => id.ToString())]).SendAsync("noticesChanged"));
        }

        ((HashSet<Guid>)known).UnionWith(userIds);
    }
}
