using System.Collections;

namespace Volo.Abp.Http;

public class RemoteServiceErrorResponse(RemoteServiceErrorInfo error)
{
    public RemoteServiceErrorInfo Error { get; set; } = error;
}

/// <summary>The body of every refusal and error.</summary>
public class RemoteServiceErrorInfo
{
    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? Details { get; set; }

    public IDictionary? Data { get; set; }

    public RemoteServiceValidationErrorInfo[]? ValidationErrors { get; set; }
}

public class RemoteServiceValidationErrorInfo
{
    public string Message { get; set; } = default!;

    public string[]? Members { get; set; }
}
