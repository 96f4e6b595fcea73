using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DependencyInjection;

public interface ITransientDependency;

public interface ISingletonDependency;

public interface IScopedDependency;

[AttributeUsage(AttributeTargets.Class)]
public class DependencyAttribute : Attribute
{
    public DependencyAttribute() { }

    public DependencyAttribute(ServiceLifetime lifetime) => Lifetime = lifetime;

    public virtual ServiceLifetime? Lifetime { get; set; }

    public virtual bool TryRegister { get; set; }

    public virtual bool ReplaceServices { get; set; }
}

[AttributeUsage(AttributeTargets.Class)]
public class ExposeServicesAttribute(params Type[] serviceTypes) : Attribute
{
    public Type[] ServiceTypes { get; } = serviceTypes;

    public bool IncludeDefaults { get; set; }

    public bool IncludeSelf { get; set; }
}

[AttributeUsage(AttributeTargets.Class)]
public class DisableConventionalRegistrationAttribute : Attribute;
