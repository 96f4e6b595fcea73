namespace DoubleReductionGov.Notices.Delivery;

internal static class MessageChannels
{
    public const string Email = "email";
    public const string Sms = "sms";
}

/// <summary>A way out of the platform: a mail server, a gateway for short messages, a folder.</summary>
internal interface IMessageChannel
{
    /// <summary>One of <see cref="MessageChannels"/>.</summary>
    string Name { get; }

    /// <summary>Done when the other side has taken the message. Throws if it did not.</summary>
    Task SendAsync(Message message, CancellationToken cancellationToken);
}

/// <param name="To">An e-mail address or a phone number.</param>
/// <param name="Text">Plain text; short messages have only the subject.</param>
internal sealed record Message(string To, string Subject, string Text);
