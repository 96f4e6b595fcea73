using System.Net.Sockets;
using System.Text;

namespace DoubleReductionGov.Host.Operations.Stop;

/// <summary>Tells systemd (Type=notify) when the service is ready. Elsewhere nothing listens, and nothing is said.</summary>
internal static partial class SystemdNotifier
{
    public static void Notify(string state, ILogger logger)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } path)
        {
            return;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            // An @ at the beginning stands for a name that is not in the file system.
            socket.Connect(new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path));
            socket.Send(Encoding.UTF8.GetBytes(state));
        }
        catch (SocketException e)
        {
            NotHeard(logger, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, EventName = "SystemdNotHeard", Message = "systemd could not be told of the service's state.")]
    private static partial void NotHeard(ILogger logger, Exception exception);
}
