using System.Net;
using System.Net.Mail;
using System.Text;

namespace DoubleReductionGov.Notices.Delivery;

/// <summary>Hands mail to the configured server.</summary>
internal sealed class SmtpChannel(SmtpOptions options) : IMessageChannel
{
    public string Name => MessageChannels.Email;

    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.UseTls };
        if (options.UserName is { Length: > 0 })
        {
            client.Credentials = new NetworkCredential(options.UserName, options.Password);
        }

        using var mail = new MailMessage(options.From, message.To, message.Subject, message.Text)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        await client.SendMailAsync(mail, cancellationToken);
    }
}
