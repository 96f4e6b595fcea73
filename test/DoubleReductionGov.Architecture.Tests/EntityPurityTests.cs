using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>Entities know the business, not how it is stored or asked for.</summary>
public sealed class EntityPurityTests
{
    private static readonly string[] Banned = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore"];

    [Fact]
    public void No_entity_uses_the_database_or_the_web()
    {
        var entities = Product.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && typeof(IEntity).IsAssignableFrom(t)).ToList();
        entities.Count.ShouldBeGreaterThan(10);

        entities.SelectMany(ImpuritiesOf).ShouldBeEmpty();
    }

    [Fact]
    public void The_guard_sees_impurity_wherever_it_hides()
    {
        ImpuritiesOf(typeof(InSignature)).ShouldNotBeEmpty();
        ImpuritiesOf(typeof(InAttribute)).ShouldNotBeEmpty();
        ImpuritiesOf(typeof(InBody)).ShouldNotBeEmpty();
        ImpuritiesOf(typeof(InLambda)).ShouldNotBeEmpty();
        ImpuritiesOf(typeof(Pure)).ShouldBeEmpty();
    }

    private static IEnumerable<string> ImpuritiesOf(Type entity)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var attributes = entity.GetMembers(Declared).Append(entity).SelectMany(m => m.CustomAttributes).Select(a => a.AttributeType);
        var signatures = entity.GetFields(Declared).Select(f => f.FieldType)
            .Concat(IlReader.MethodsOf(entity).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append((m as MethodInfo)?.ReturnType ?? typeof(void))));
        var bodies = IlReader.MethodsOf(entity).SelectMany(IlReader.ReferencesOf).Select(m => m as Type ?? m.DeclaringType).OfType<Type>();
        return attributes.Concat(signatures).Concat(bodies).Concat(entity.GetInterfaces()).SelectMany(WithArguments)
            .Where(t => Banned.Any(b => t.Namespace?.StartsWith(b, StringComparison.Ordinal) == true))
            .Select(t => $"{entity.FullName} uses {t.FullName}").Distinct();
    }

    private static IEnumerable<Type> WithArguments(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(WithArguments).Append(type) : [type];

    private sealed class InSignature : Entity<Guid>
    {
        public Task<IFormFile>? File { get; set; }
    }

    [Index(nameof(Id))]
    private sealed class InAttribute : Entity<Guid>;

    private sealed class InBody : Entity<Guid>
    {
        public static string Encode(string text) => Microsoft.AspNetCore.WebUtilities.Base64UrlTextEncoder.Encode([(byte)text.Length]);
    }

    private sealed class InLambda : Entity<Guid>
    {
        public static Func<IQueryable<string>, Task<string>> Load() => texts => texts.FirstAsync();
    }

    private sealed class Pure : Entity<Guid>
    {
        public List<string> Texts { get; } = [];

        public string Longest() => Texts.OrderByDescending(t => t.Length).First();
    }
}
