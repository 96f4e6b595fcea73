using System.Security.Claims;
using DoubleReductionGov.Directory.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Directory;

public sealed class DirectoryTablesTests : IAsyncLifetime
{
    private DirectoryApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await Cast.StartSeededAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_tenant_has_a_code_once_and_so_has_the_city()
    {
        await AddAsync(Cast.LiOfTheCity, "TAX");
        await AddAsync(Cast.ZhangOfKecheng, "TAX");
        await AddAsync(Cast.LeadOfQujiang, "TAX");

        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(Cast.LiOfTheCity, "TAX"));
        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(Cast.ZhangOfKecheng, "TAX"));
    }

    private Task AddAsync(ClaimsPrincipal who, string code) =>
        _application.AsAsync(who, provider => provider.GetRequiredService<IRepository<Organisation, Guid>>()
            .InsertAsync(new Organisation(Guid.CreateVersion7(), code, "税务局", "税务", 1)));
}
