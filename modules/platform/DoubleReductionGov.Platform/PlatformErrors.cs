namespace DoubleReductionGov.Platform;

/// <summary>Refusals of what every module uses.</summary>
public static class PlatformErrors
{
    /// <summary>There is no room for a file (507); nothing was saved.</summary>
    public const string StorageIsFull = "Platform:StorageIsFull";

    /// <summary>A table file has more rows than its format holds; data: <c>maximum</c>.</summary>
    public const string ExportTooLarge = "Platform:ExportTooLarge";

    /// <summary>A file to be read is no CSV and no Excel file, or is damaged.</summary>
    public const string TableFileUnreadable = "Platform:TableFileUnreadable";

    /// <summary>A file to be read is larger than allowed, packed or unpacked; data: <c>maximum</c> (bytes).</summary>
    public const string TableFileTooLarge = "Platform:TableFileTooLarge";

    /// <summary>A file to be read has more rows than allowed; data: <c>maximum</c>.</summary>
    public const string TableFileHasTooManyRows = "Platform:TableFileHasTooManyRows";

    /// <summary>A row of a file to be read has more cells than allowed; data: <c>row</c>, <c>maximum</c>.</summary>
    public const string TableFileHasTooManyColumns = "Platform:TableFileHasTooManyColumns";

    /// <summary>A cell of a file to be read is longer than allowed; data: <c>row</c>, <c>column</c>, <c>maximum</c>.</summary>
    public const string TableFileCellTooLong = "Platform:TableFileCellTooLong";

    /// <summary>The request must carry an Idempotency-Key.</summary>
    public const string IdempotencyKeyRequired = "Platform:IdempotencyKeyRequired";

    /// <summary>The Idempotency-Key has other characters than printable ASCII, or more than 255.</summary>
    public const string IdempotencyKeyInvalid = "Platform:IdempotencyKeyInvalid";

    /// <summary>The Idempotency-Key was used for another request (422).</summary>
    public const string IdempotencyKeyReused = "Platform:IdempotencyKeyReused";

    /// <summary>A request with this Idempotency-Key is still being worked on (409, Retry-After).</summary>
    public const string IdempotencyKeyInFlight = "Platform:IdempotencyKeyInFlight";

    /// <summary>503: the database does not answer, is full or overloaded. Nothing was changed; the request may be repeated.</summary>
    public const string DatabaseUnavailable = "Platform:DatabaseUnavailable";

    /// <summary>409: somebody saved the same while this was being checked. Nothing was changed.</summary>
    public const string SavedMeanwhile = "Platform:SavedMeanwhile";

    /// <summary>A sensitive act: the session must be confirmed by password or code first.</summary>
    public const string ConfirmationNeeded = "Platform:ConfirmationNeeded";

    /// <summary>A sensitive act that only a signed-in person can confirm, not a token.</summary>
    public const string ConfirmationImpossible = "Platform:ConfirmationImpossible";

    /// <summary>429: the caller asked more often than it may; <c>Retry-After</c> says when to come back.</summary>
    public const string TooManyRequests = "Platform:TooManyRequests";

    /// <summary>503: the server works at its limit and did not begin; <c>Retry-After</c> says when to come back.</summary>
    public const string Overloaded = "Platform:Overloaded";

    /// <summary>413: the body is larger than this address takes.</summary>
    public const string RequestTooLarge = "Platform:RequestTooLarge";
}
