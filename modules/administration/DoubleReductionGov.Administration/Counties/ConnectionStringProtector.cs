using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Administration.Counties;

/// <summary>A county's connection string carries a password, so that it lies encrypted in its row.</summary>
internal sealed class ConnectionStringProtector(IDataProtectionProvider dataProtection) : ISingletonDependency
{
    /// <summary>What does not begin with this was put in by hand and is taken as it is.</summary>
    private const string Mark = "protected:";

    private static readonly string[] Tellable = ["Host", "Server", "Port", "Database", "Data Source"];

    private readonly IDataProtector _protector = dataProtection.CreateProtector("Administration.Counties.ConnectionString");
    private readonly ConcurrentDictionary<string, string> _opened = new();

    public string Protect(string connectionString) => Mark + _protector.Protect(connectionString);

    public string Open(string stored) =>
        stored.StartsWith(Mark, StringComparison.Ordinal) ? _opened.GetOrAdd(stored, text => _protector.Unprotect(text[Mark.Length..])) : stored;

    /// <summary>Where the database is, for the screen: no name, no password.</summary>
    public string Describe(string stored)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = Open(stored) };
        return string.Join(';', Tellable.Where(builder.ContainsKey).Select(key => $"{key}={builder[key]}"));
    }
}

/// <summary>Opens what <see cref="ConnectionStringProtector"/> closed, at the one place where every database is found.</summary>
internal sealed class ProtectedConnectionStringResolver(
    IOptionsMonitor<AbpDbConnectionOptions> options, ICurrentTenant currentTenant, ITenantStore tenantStore, ConnectionStringProtector protector)
    : MultiTenantConnectionStringResolver(options, currentTenant, tenantStore)
{
    public override async Task<string> ResolveAsync(string? connectionStringName = null) => protector.Open(await base.ResolveAsync(connectionStringName));
}
