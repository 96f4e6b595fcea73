using System.Security.Claims;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Security.Claims
{
    public static class AbpClaimTypes
    {
        public static string UserName { get; set; } = ClaimTypes.Name;

        public static string Name { get; set; } = ClaimTypes.GivenName;

        public static string UserId { get; set; } = ClaimTypes.NameIdentifier;

        public static string Role { get; set; } = ClaimTypes.Role;

        public static string Email { get; set; } = ClaimTypes.Email;

        public static string TenantId { get; set; } = "tenantid";

        public static string ClientId { get; set; } = "client_id";

        public static string SessionId { get; set; } = "session_id";
    }

    public interface ICurrentPrincipalAccessor
    {
        ClaimsPrincipal Principal { get; }

        IDisposable Change(ClaimsPrincipal principal);
    }

    public abstract class CurrentPrincipalAccessorBase : ICurrentPrincipalAccessor
    {
        private readonly AsyncLocal<ClaimsPrincipal?> _current = new();

        public ClaimsPrincipal Principal => _current.Value ?? GetClaimsPrincipal();

        public virtual IDisposable Change(ClaimsPrincipal principal)
        {
            var previous = _current.Value;
            _current.Value = principal;
            return new DisposeAction(() => _current.Value = previous);
        }

        protected abstract ClaimsPrincipal GetClaimsPrincipal();
    }

    public class ThreadCurrentPrincipalAccessor : CurrentPrincipalAccessorBase, ISingletonDependency
    {
        protected override ClaimsPrincipal GetClaimsPrincipal() => Thread.CurrentPrincipal as ClaimsPrincipal ?? new ClaimsPrincipal();
    }
}

namespace Volo.Abp.Users
{
    public interface ICurrentUser
    {
        bool IsAuthenticated { get; }

        Guid? Id { get; }

        string? UserName { get; }

        string? Name { get; }

        string? Email { get; }

        Guid? TenantId { get; }

        string[] Roles { get; }

        Claim? FindClaim(string claimType);

        Claim[] FindClaims(string claimType);

        Claim[] GetAllClaims();

        bool IsInRole(string roleName);
    }

    public class CurrentUser(ICurrentPrincipalAccessor principalAccessor) : ICurrentUser, ITransientDependency
    {
        public virtual bool IsAuthenticated => Id.HasValue;

        public virtual Guid? Id => GuidOf(AbpClaimTypes.UserId);

        public virtual string? UserName => FindClaim(AbpClaimTypes.UserName)?.Value;

        public virtual string? Name => FindClaim(AbpClaimTypes.Name)?.Value;

        public virtual string? Email => FindClaim(AbpClaimTypes.Email)?.Value;

        public virtual Guid? TenantId => GuidOf(AbpClaimTypes.TenantId);

        public virtual string[] Roles => FindClaims(AbpClaimTypes.Role).Select(c => c.Value).Distinct().ToArray();

        public virtual Claim? FindClaim(string claimType) => principalAccessor.Principal.FindFirst(claimType);

        public virtual Claim[] FindClaims(string claimType) => principalAccessor.Principal.FindAll(claimType).ToArray();

        public virtual Claim[] GetAllClaims() => principalAccessor.Principal.Claims.ToArray();

        public virtual bool IsInRole(string roleName) => FindClaims(AbpClaimTypes.Role).Any(c => c.Value == roleName);

        private Guid? GuidOf(string claimType) => Guid.TryParse(FindClaim(claimType)?.Value, out var id) ? id : null;
    }

    public static class CurrentUserExtensions
    {
        public static Guid GetId(this ICurrentUser currentUser) => currentUser.Id ?? throw new AbpException("The user is not authenticated.");

        public static string? FindClaimValue(this ICurrentUser currentUser, string claimType) => currentUser.FindClaim(claimType)?.Value;
    }
}
