using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp;
using Volo.Abp.Application.Services;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>Whatever can be called over HTTP says who may call it: [Authorize], or [AllowAnonymous] where everybody may.</summary>
internal static class HttpAuthorization
{
    public static bool IsEntry(Type type) =>
        type is { IsClass: true, IsAbstract: false } && (typeof(IRemoteService).IsAssignableFrom(type) || typeof(ControllerBase).IsAssignableFrom(type));

    public static IEnumerable<(Type Type, string Method, string What)> Open(Type type)
    {
        if (!IsEntry(type) || SaysWho(type))
        {
            return [];
        }

        return type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName && !SaysWho(m))
            .Select(m => (type, m.Name, "does not say who may call it"));
    }

    private static bool SaysWho(MemberInfo member) => member.GetCustomAttributes(true).Any(a => a is IAuthorizeData or IAllowAnonymous);
}

public sealed class HttpAuthorizationTests
{
    [Fact]
    public void Every_entry_says_who_may_call_it()
    {
        Product.Assemblies.SelectMany(a => a.GetTypes()).Count(HttpAuthorization.IsEntry).ShouldBeGreaterThan(10);

        Guards.Authorize.ShouldFindNothing();
    }

    [Fact]
    public void The_guard_sees_an_open_door()
    {
        HttpAuthorization.Open(typeof(HalfOpenAppService)).ShouldHaveSingleItem().Method.ShouldBe(nameof(HalfOpenAppService.Get));
        HttpAuthorization.Open(typeof(OpenController)).ShouldHaveSingleItem();
        HttpAuthorization.Open(typeof(ClosedAppService)).ShouldBeEmpty();
        HttpAuthorization.Open(typeof(PublicAppService)).ShouldBeEmpty();
    }

    private sealed class HalfOpenAppService : ApplicationService
    {
        public string Get() => Clock.ToString()!;

        [Authorize("P")]
        public string GetSecret() => Clock.ToString()!;
    }

    private sealed class OpenController : ControllerBase
    {
        public IActionResult Get() => Ok();
    }

    [Authorize]
    private sealed class ClosedAppService : ApplicationService
    {
        public string Get() => Clock.ToString()!;
    }

    private sealed class PublicAppService : ApplicationService
    {
        [AllowAnonymous]
        public string Get() => Clock.ToString()!;
    }
}
