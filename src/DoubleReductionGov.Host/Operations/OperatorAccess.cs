using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Host.Operations;

/// <summary>Section <c>Operations</c>: who sees metrics and the details of health.</summary>
internal sealed class OperatorOptions
{
    /// <summary>Networks beside the machine itself, such as <c>10.1.0.0/16</c>.</summary>
    public List<string> AllowedNetworks { get; set; } = [];

    /// <summary>Who sends it as a bearer token may come from anywhere. Without it nobody may by token.</summary>
    public string? Token { get; set; }

    /// <summary>Only connections to this local port are answered with metrics; 0 means any.</summary>
    public int MetricsPort { get; set; }

    /// <summary>Where files lie that belong to the platform: keys, blobs, the SQLite database. Its disk is watched and it is backed up.</summary>
    public string DataFolder { get; set; } = "App_Data";
}

/// <summary>Metrics and health's details name databases and routes: they are for the operators, not for the world.</summary>
internal sealed class OperatorAccess(IOptions<OperatorOptions> options) : ISingletonDependency
{
    private readonly IPNetwork[] _networks = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];
    private readonly byte[]? _token = options.Value.Token is { Length: > 0 } token ? Hash(token) : null;

    public bool IsGranted(HttpContext context) => IsNear(context.Connection.RemoteIpAddress) || HasToken(context.Request.Headers.Authorization.ToString());

    private bool IsNear(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(address) || Array.Exists(_networks, network => network.Contains(address));
    }

    private bool HasToken(string authorization) =>
        _token is not null && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(_token, Hash(authorization["Bearer ".Length..].Trim()));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
