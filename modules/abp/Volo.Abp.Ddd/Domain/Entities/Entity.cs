using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Domain.Entities;

public interface IEntity
{
    object?[] GetKeys();
}

public interface IEntity<TKey> : IEntity
{
    TKey Id { get; }
}

public abstract class Entity : IEntity
{
    protected Entity() => SetTenantId();

    public abstract object?[] GetKeys();

    public override string ToString() => $"[ENTITY: {GetType().Name}] Keys = {string.Join(", ", GetKeys())}";

    /// <summary>Same object, or same type, tenant and (assigned) keys.</summary>
    public bool EntityEquals(IEntity other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || !(GetType().IsAssignableFrom(other.GetType()) || other.GetType().IsAssignableFrom(GetType())))
        {
            return false;
        }

        if (this is IMultiTenant mine && other is IMultiTenant theirs && mine.TenantId != theirs.TenantId)
        {
            return false;
        }

        var keys = GetKeys();
        var otherKeys = other.GetKeys();
        return keys.Length == otherKeys.Length && !keys.All(IsDefault) && keys.SequenceEqual(otherKeys);
    }

    private static bool IsDefault(object? key) => key is null or 0 or 0L || (key is Guid id && id == Guid.Empty) || (key is int i && i < 0) || (key is long l && l < 0);

    private void SetTenantId()
    {
        if (this is IMultiTenant && AsyncLocalCurrentTenantAccessor.Instance.Current?.TenantId is { } tenantId)
        {
            EntityProperties.Set(this, nameof(IMultiTenant.TenantId), tenantId);
        }
    }
}

public abstract class Entity<TKey> : Entity, IEntity<TKey>
{
    protected Entity() { }

    protected Entity(TKey id) => Id = id;

    public virtual TKey Id { get; protected set; } = default!;

    public override object?[] GetKeys() => [Id];
}

/// <summary>Setters of properties that are protected or private, looked up once per type.</summary>
internal static class EntityProperties
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(Type Type, string Name), Action<object, object?>?> Setters = new();

    public static void Set(object entity, string propertyName, object? value) =>
        Setters.GetOrAdd((entity.GetType(), propertyName), static key => SetterOf(key.Type, key.Name))?.Invoke(entity, value);

    private static Action<object, object?>? SetterOf(Type type, string name)
    {
        const System.Reflection.BindingFlags All =
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly;
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetProperty(name, All)?.GetSetMethod(nonPublic: true) is { } setter)
            {
                return (entity, value) => setter.Invoke(entity, [value]);
            }
        }

        return null;
    }
}
