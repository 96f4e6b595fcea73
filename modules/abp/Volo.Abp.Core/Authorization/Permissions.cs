using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Authorization.Permissions;

public class PermissionDefinition
{
    private readonly List<PermissionDefinition> _children = [];

    internal PermissionDefinition(string name, ILocalizableString? displayName, MultiTenancySides multiTenancySide, bool isEnabled)
    {
        Name = Check.NotNull(name, nameof(name));
        DisplayName = displayName ?? new FixedLocalizableString(name);
        MultiTenancySide = multiTenancySide;
        IsEnabled = isEnabled;
    }

    public string Name { get; }

    public PermissionDefinition? Parent { get; private set; }

    public MultiTenancySides MultiTenancySide { get; set; }

    public ILocalizableString DisplayName { get; set; }

    public IReadOnlyList<PermissionDefinition> Children => _children;

    public bool IsEnabled { get; set; }

    public virtual PermissionDefinition AddChild(
        string name, ILocalizableString? displayName = null, MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        var child = new PermissionDefinition(name, displayName, multiTenancySide, isEnabled) { Parent = this };
        _children.Add(child);
        return child;
    }

    internal IEnumerable<PermissionDefinition> WithChildren() => _children.SelectMany(c => c.WithChildren()).Prepend(this);
}

public class PermissionGroupDefinition
{
    private readonly List<PermissionDefinition> _permissions = [];

    internal PermissionGroupDefinition(string name, ILocalizableString? displayName)
    {
        Name = name;
        DisplayName = displayName ?? new FixedLocalizableString(name);
    }

    public string Name { get; }

    public ILocalizableString DisplayName { get; set; }

    public IReadOnlyList<PermissionDefinition> Permissions => _permissions;

    public virtual PermissionDefinition AddPermission(
        string name, ILocalizableString? displayName = null, MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        var permission = new PermissionDefinition(name, displayName, multiTenancySide, isEnabled);
        _permissions.Add(permission);
        return permission;
    }

    public virtual List<PermissionDefinition> GetPermissionsWithChildren() => _permissions.SelectMany(p => p.WithChildren()).ToList();
}

public interface IPermissionDefinitionContext
{
    PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null);

    PermissionGroupDefinition? GetGroupOrNull(string name);

    PermissionDefinition? GetPermissionOrNull(string name);
}

public interface IPermissionDefinitionProvider
{
    void Define(IPermissionDefinitionContext context);
}

public abstract class PermissionDefinitionProvider : IPermissionDefinitionProvider, ITransientDependency
{
    public abstract void Define(IPermissionDefinitionContext context);
}

public class AbpPermissionOptions
{
    public List<Type> DefinitionProviders { get; } = [];
}

public interface IPermissionDefinitionManager
{
    Task<PermissionDefinition?> GetOrNullAsync(string name);

    Task<IReadOnlyList<PermissionDefinition>> GetPermissionsAsync();

    Task<IReadOnlyList<PermissionGroupDefinition>> GetGroupsAsync();
}

internal sealed class PermissionDefinitionManager : IPermissionDefinitionManager, IPermissionDefinitionContext, ISingletonDependency
{
    private readonly Dictionary<string, PermissionGroupDefinition> _groups = [];
    private readonly Dictionary<string, PermissionDefinition> _permissions = [];

    public PermissionDefinitionManager(IOptions<AbpPermissionOptions> options, IServiceScopeFactory scopeFactory)
    {
        using var scope = scopeFactory.CreateScope();
        foreach (var type in options.Value.DefinitionProviders)
        {
            ((IPermissionDefinitionProvider)scope.ServiceProvider.GetRequiredService(type)).Define(this);
        }

        foreach (var permission in _groups.Values.SelectMany(g => g.GetPermissionsWithChildren()))
        {
            if (!_permissions.TryAdd(permission.Name, permission))
            {
                throw new AbpException("Duplicate permission name: " + permission.Name);
            }
        }
    }

    public PermissionDefinition? Find(string name) => _permissions.GetValueOrDefault(name);

    public Task<PermissionDefinition?> GetOrNullAsync(string name) => Task.FromResult(Find(name));

    public Task<IReadOnlyList<PermissionDefinition>> GetPermissionsAsync() => Task.FromResult<IReadOnlyList<PermissionDefinition>>([.. _permissions.Values]);

    public Task<IReadOnlyList<PermissionGroupDefinition>> GetGroupsAsync() => Task.FromResult<IReadOnlyList<PermissionGroupDefinition>>([.. _groups.Values]);

    public PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null)
    {
        var group = new PermissionGroupDefinition(name, displayName);
        return _groups.TryAdd(name, group) ? group : throw new AbpException("There is already an existing permission group with name: " + name);
    }

    public PermissionGroupDefinition? GetGroupOrNull(string name) => _groups.GetValueOrDefault(name);

    public PermissionDefinition? GetPermissionOrNull(string name) =>
        _groups.Values.SelectMany(g => g.GetPermissionsWithChildren()).FirstOrDefault(p => p.Name == name);
}
