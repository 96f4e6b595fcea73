using System.Text;

namespace DoubleReductionGov.Notices.Delivery;

/// <summary>Writes each message into a file of its own: for trying things out, and for a gateway that picks files up.</summary>
internal sealed class FileChannel(string name, string folder) : IMessageChannel
{
    public string Name => name;

    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, name);
        Directory.CreateDirectory(target);
        var file = Path.Combine(target, $"{Guid.CreateVersion7():N}.txt");
        await File.WriteAllTextAsync(file, $"To: {message.To}\nSubject: {message.Subject}\n\n{message.Text}\n", Encoding.UTF8, cancellationToken);
    }
}
