using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleReductionGov.Platform.Tests.Cluster;

public sealed class NodeMessageTests : IAsyncLifetime
{
    private const string EndOfMessage = "\u001e";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ClusterCity _city = new();

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task What_one_node_forgets_the_others_forget_too()
    {
        var (one, two) = (CacheOf(await _city.StartNodeAsync()), CacheOf(await _city.StartNodeAsync()));
        foreach (var forget in new Func<ValueTask>[] { () => one.RemoveAsync("k"), () => one.RemoveByTagAsync("t"), () => one.SetAsync("k", "new"), () => one.RemoveByTagAsync("*") })
        {
            await two.SetAsync("k", "old", tags: ["t"]);
            (await ReadAsync(two)).ShouldBe("old");

            await forget();

            await UntilAsync(async () => await ReadAsync(two) is null);
        }
    }

    [Fact]
    public async Task A_node_that_was_deaf_forgets_everything()
    {
        var node = CacheOf(await _city.StartNodeAsync());
        await node.SetAsync("k", "old");

        await _city.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await UntilAsync(async () => await ReadAsync(node) is null);
    }

    [Fact]
    public async Task A_hub_reaches_everyone_on_every_node()
    {
        var (one, two) = (await _city.StartNodeAsync(), await _city.StartNodeAsync());
        using var ada = await ConnectAsync(one, "ada");
        using var nora = await ConnectAsync(two, "nora");
        var bell = one.Services.GetRequiredService<IHubContext<BellHub>>().Clients;

        await bell.All.SendAsync("rings", "你好", 7);
        (await ReceiveAsync(ada)).ShouldContain("\"rings\",\"arguments\":[\"");
        (await ReceiveAsync(nora)).ShouldContain(",7]");

        await bell.User("nora").SendAsync("rings", new { Who = "nora only" });
        await bell.User("ada").SendAsync("rings", "ada only");
        (await ReceiveAsync(nora)).ShouldContain("{\"who\":\"nora only\"}");
        (await ReceiveAsync(ada)).ShouldContain("ada only");
    }

    [Fact]
    public async Task A_hub_reaches_groups_on_every_node_with_long_messages_too()
    {
        var (one, two) = (await _city.StartNodeAsync(), await _city.StartNodeAsync());
        using var nora = await ConnectAsync(two, "nora");
        await SendAsync(nora, """{"type":1,"invocationId":"1","target":"Join","arguments":["staff"]}""");
        (await ReceiveAsync(nora)).ShouldContain("\"invocationId\":\"1\"");
        var staff = one.Services.GetRequiredService<IHubContext<BellHub>>().Clients.Group("staff");

        await staff.SendAsync("rings", new string('x', 20_000) + "end");
        (await ReceiveAsync(nora)).ShouldContain("xend");

        await staff.SendAsync("rings", "short");
        (await ReceiveAsync(nora)).ShouldContain("short");
    }

    private static HybridCache CacheOf(WebApplication node) => node.Services.GetRequiredService<HybridCache>();

    private static async Task<string?> ReadAsync(HybridCache cache) => await cache.GetOrCreateAsync<string?>(
        "k", _ => ValueTask.FromResult<string?>(null), new HybridCacheEntryOptions { Flags = HybridCacheEntryFlags.DisableUnderlyingData });

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static async Task<ClientWebSocket> ConnectAsync(WebApplication node, string user)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"{node.Urls.First().Replace("http", "ws", StringComparison.Ordinal)}/bell?user={user}"), CancellationToken.None);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        (await ReceiveAsync(socket)).ShouldBe("{}");
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message that is no ping. No test lets two messages wait in one socket.</summary>
    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[32_768];
        while (true)
        {
            var length = 0;
            WebSocketReceiveResult result;
            do
            {
                result = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), patience.Token);
                length += result.Count;
            }
            while (!result.EndOfMessage);

            var message = Encoding.UTF8.GetString(buffer, 0, length).TrimEnd(EndOfMessage[0]);
            if (message != """{"type":6}""")
            {
                return message;
            }
        }
    }
}
