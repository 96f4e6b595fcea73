using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Platform.Cluster;

internal enum HubTarget
{
    All,
    Connections,
    Groups,
    Users,
    Join,
    Leave,
}

/// <summary>What one node says to the clients of a hub that are connected to the others.</summary>
internal sealed record HubMessage(string Hub, HubTarget Target, IReadOnlyList<string> Names, IReadOnlyList<string> Except, string Method, JsonElement[] Arguments);

/// <summary>Hands what other nodes say to the hubs of this one. What is lost while the node is deaf is lost: a client asks again when it reconnects.</summary>
internal sealed class HubMessageHandler : INodeMessageHandler
{
    public const string HubTopic = "hub";

    private readonly ConcurrentDictionary<string, Func<HubMessage, Task>> _hubs = new();

    public string Topic => HubTopic;

    public void Listen(string hub, Func<HubMessage, Task> receive) => _hubs[hub] = receive;

    public Task ReceiveAsync(string content)
    {
        var message = JsonSerializer.Deserialize<HubMessage>(content)!;
        return _hubs.TryGetValue(message.Hub, out var receive) ? receive(message) : Task.CompletedTask;
    }

    public void MessagesMayBeLost()
    {
    }
}

/// <summary>SignalR's own manager for the clients of this node; everything is also said to the other nodes, for theirs.</summary>
internal sealed class NodeHubLifetimeManager<THub> : DefaultHubLifetimeManager<THub> where THub : Hub
{
    private static readonly string HubName = typeof(THub).FullName!;

    private readonly NodeMessages _messages;
    private readonly JsonSerializerOptions _json;

    public NodeHubLifetimeManager(ILogger<DefaultHubLifetimeManager<THub>> logger, NodeMessages messages, HubMessageHandler handler, IOptions<JsonHubProtocolOptions> protocol)
        : base(logger)
    {
        _messages = messages;
        _json = protocol.Value.PayloadSerializerOptions;
        handler.Listen(HubName, ReceiveAsync);
    }

    public override Task SendAllAsync(string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendAllAsync(methodName, args, cancellationToken), HubTarget.All, [], [], methodName, args);

    public override Task SendAllExceptAsync(string methodName, object?[] args, IReadOnlyList<string> excludedConnectionIds, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendAllExceptAsync(methodName, args, excludedConnectionIds, cancellationToken), HubTarget.All, [], excludedConnectionIds, methodName, args);

    public override Task SendConnectionAsync(string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendConnectionAsync(connectionId, methodName, args, cancellationToken), HubTarget.Connections, [connectionId], [], methodName, args);

    public override Task SendConnectionsAsync(IReadOnlyList<string> connectionIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendConnectionsAsync(connectionIds, methodName, args, cancellationToken), HubTarget.Connections, connectionIds, [], methodName, args);

    public override Task SendGroupAsync(string groupName, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendGroupAsync(groupName, methodName, args, cancellationToken), HubTarget.Groups, [groupName], [], methodName, args);

    public override Task SendGroupsAsync(IReadOnlyList<string> groupNames, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendGroupsAsync(groupNames, methodName, args, cancellationToken), HubTarget.Groups, groupNames, [], methodName, args);

    public override Task SendGroupExceptAsync(
        string groupName, string methodName, object?[] args, IReadOnlyList<string> excludedConnectionIds, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendGroupExceptAsync(groupName, methodName, args, excludedConnectionIds, cancellationToken), HubTarget.Groups, [groupName], excludedConnectionIds, methodName, args);

    public override Task SendUserAsync(string userId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendUserAsync(userId, methodName, args, cancellationToken), HubTarget.Users, [userId], [], methodName, args);

    public override Task SendUsersAsync(IReadOnlyList<string> userIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        BothAsync(base.SendUsersAsync(userIds, methodName, args, cancellationToken), HubTarget.Users, userIds, [], methodName, args);

    // A connection that joins or leaves may be another node's.
    public override Task AddToGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default) =>
        BothAsync(base.AddToGroupAsync(connectionId, groupName, cancellationToken), HubTarget.Join, [connectionId], [], groupName, []);

    public override Task RemoveFromGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default) =>
        BothAsync(base.RemoveFromGroupAsync(connectionId, groupName, cancellationToken), HubTarget.Leave, [connectionId], [], groupName, []);

    private async Task BothAsync(Task here, HubTarget target, IReadOnlyList<string> names, IReadOnlyList<string> except, string method, object?[] arguments)
    {
        var elements = Array.ConvertAll(arguments, argument => JsonSerializer.SerializeToElement(argument, _json));
        await _messages.SendAsync(HubMessageHandler.HubTopic, JsonSerializer.Serialize(new HubMessage(HubName, target, names, except, method, elements)));
        await here;
    }

    private Task ReceiveAsync(HubMessage message)
    {
        object?[] arguments = [.. message.Arguments];
        return message.Target switch
        {
            HubTarget.All => base.SendAllExceptAsync(message.Method, arguments, message.Except),
            HubTarget.Connections => base.SendConnectionsAsync(message.Names, message.Method, arguments),
            HubTarget.Users => base.SendUsersAsync(message.Names, message.Method, arguments),
            HubTarget.Join => base.AddToGroupAsync(message.Names[0], message.Method),
            HubTarget.Leave => base.RemoveFromGroupAsync(message.Names[0], message.Method),
            HubTarget.Groups when message.Except.Count > 0 => base.SendGroupExceptAsync(message.Names[0], message.Method, arguments, message.Except),
            HubTarget.Groups => base.SendGroupsAsync(message.Names, message.Method, arguments),
            _ => Task.CompletedTask,
        };
    }
}
