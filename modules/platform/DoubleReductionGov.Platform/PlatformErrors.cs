namespace DoubleReductionGov.Platform;

/// <summary>What the platform refuses.</summary>
public static class PlatformErrors
{
    public const string StorageIsFull = "Platform:StorageIsFull";
}
