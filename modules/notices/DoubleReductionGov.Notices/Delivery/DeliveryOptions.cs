namespace DoubleReductionGov.Notices.Delivery;

/// <summary>How messages leave the platform; configuration section <c>Notices</c>.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>Where the portal is reached from outside, such as <c>https://sj.example.gov.cn</c>; without it messages have no links.</summary>
    public string? PortalUrl { get; set; }

    /// <summary>Where messages are written as long as no mail server or gateway is configured.</summary>
    public string Folder { get; set; } = "App_Data/messages";

    public SmtpOptions Smtp { get; set; } = new();

    public SmsOptions Sms { get; set; } = new();
}

internal sealed class SmtpOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public bool UseTls { get; set; } = true;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "";
}

internal sealed class SmsOptions
{
    /// <summary>A gateway that takes <c>{"to", "text"}</c> as JSON by POST.</summary>
    public Uri? Url { get; set; }

    /// <summary>Sent as a bearer token.</summary>
    public string? Key { get; set; }
}
