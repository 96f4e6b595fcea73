using System.Net;
using System.Net.Sockets;

/// <summary>Loaded into both servers by DOTNET_STARTUP_HOOKS: tells whoever connects to BENCH_ALLOCATIONS_PORT how many bytes the process has allocated.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("BENCH_ALLOCATIONS_PORT"), out var port))
        {
            return;
        }

        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        new Thread(() =>
        {
            while (true)
            {
                using var client = listener.AcceptSocket();
                client.Send(BitConverter.GetBytes(GC.GetTotalAllocatedBytes(precise: true)));
            }
        }) { IsBackground = true }.Start();
    }
}
