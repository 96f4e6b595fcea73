using System.Reflection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Data;

public class ConnectionStrings : Dictionary<string, string?>
{
    public const string DefaultConnectionStringName = "Default";

    public string? Default
    {
        get => this.GetValueOrDefault(DefaultConnectionStringName);
        set => this[DefaultConnectionStringName] = value;
    }
}

public class AbpDbConnectionOptions
{
    public ConnectionStrings ConnectionStrings { get; set; } = [];
}

public interface IConnectionStringResolver
{
    Task<string> ResolveAsync(string? connectionStringName = null);
}

public class DefaultConnectionStringResolver(IOptionsMonitor<AbpDbConnectionOptions> options) : IConnectionStringResolver, ITransientDependency
{
    public virtual Task<string> ResolveAsync(string? connectionStringName = null)
    {
        var strings = options.CurrentValue.ConnectionStrings;
        var found = (connectionStringName is null ? null : strings.GetValueOrDefault(connectionStringName)) ?? strings.Default;
        return Task.FromResult(found ?? throw new AbpException($"No connection string is configured for '{connectionStringName ?? ConnectionStrings.DefaultConnectionStringName}'."));
    }
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public class ConnectionStringNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static string GetConnStringName(Type type) =>
        type.GetCustomAttribute<ConnectionStringNameAttribute>(true)?.Name ?? type.FullName!;
}
