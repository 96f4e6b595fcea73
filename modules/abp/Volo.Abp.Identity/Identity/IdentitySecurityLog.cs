using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SecurityLog;
using Volo.Abp.Timing;

namespace Volo.Abp.SecurityLog
{
    /// <summary>Something that happened to an account: what (<see cref="Action"/>), by which means (<see cref="Identity"/>), from where.</summary>
    public class SecurityLogInfo
    {
        public string? Identity { get; set; }

        public string? Action { get; set; }

        public Guid? UserId { get; set; }

        public string? UserName { get; set; }

        public Guid? TenantId { get; set; }

        public string? ClientId { get; set; }

        public string? CorrelationId { get; set; }

        public string? ClientIpAddress { get; set; }

        public string? BrowserInfo { get; set; }

        public DateTime CreationTime { get; set; }
    }

    public interface ISecurityLogManager
    {
        /// <summary>Records it in the current unit of work.</summary>
        Task SaveAsync(Action<SecurityLogInfo>? saveAction = null);
    }
}

namespace Volo.Abp.Identity
{
    public class IdentitySecurityLog : AggregateRoot<Guid>, IMultiTenant
    {
        protected IdentitySecurityLog() { }

        public IdentitySecurityLog(IGuidGenerator guidGenerator, SecurityLogInfo securityLogInfo) : base(guidGenerator.Create())
        {
            TenantId = securityLogInfo.TenantId;
            Identity = Truncate(securityLogInfo.Identity, 96);
            Action = Truncate(securityLogInfo.Action, 96);
            UserId = securityLogInfo.UserId;
            UserName = Truncate(securityLogInfo.UserName, 256);
            ClientId = Truncate(securityLogInfo.ClientId, 64);
            CorrelationId = Truncate(securityLogInfo.CorrelationId, 64);
            ClientIpAddress = Truncate(securityLogInfo.ClientIpAddress, 64);
            BrowserInfo = Truncate(securityLogInfo.BrowserInfo, 512);
            CreationTime = securityLogInfo.CreationTime;
        }

        public virtual Guid? TenantId { get; protected set; }

        public virtual string? Identity { get; protected set; }

        public virtual string? Action { get; protected set; }

        public virtual Guid? UserId { get; protected set; }

        public virtual string? UserName { get; protected set; }

        public virtual string? ClientId { get; protected set; }

        public virtual string? CorrelationId { get; protected set; }

        public virtual string? ClientIpAddress { get; protected set; }

        public virtual string? BrowserInfo { get; protected set; }

        public virtual DateTime CreationTime { get; protected set; }

        private static string? Truncate(string? text, int length) => text?.Length > length ? text[..length] : text;
    }

    internal sealed class IdentitySecurityLogManager(
        IRepository<IdentitySecurityLog, Guid> logs, IGuidGenerator guidGenerator, ICurrentTenant currentTenant, IClock clock)
        : ISecurityLogManager, ITransientDependency
    {
        public async Task SaveAsync(Action<SecurityLogInfo>? saveAction = null)
        {
            var info = new SecurityLogInfo { TenantId = currentTenant.Id, CreationTime = clock.Now };
            saveAction?.Invoke(info);
            await logs.InsertAsync(new IdentitySecurityLog(guidGenerator, info));
        }
    }
}
