namespace DoubleReductionGov.Platform.Idempotency;

/// <summary>On an action that must not happen twice (money, contracts, tips, reports): refused with 400 without an <c>Idempotency-Key</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class IdempotencyKeyRequiredAttribute : Attribute;
