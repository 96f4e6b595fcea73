using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Host.Databases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Host.Migration;

/// <summary>A county's own database is made while the application runs, and refused in words when it cannot be.</summary>
public sealed class TenantDatabaseTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    /// <summary>Host and county need not use the same product.</summary>
    public static TheoryData<string> Products => TestDatabase.IsPostgres ? ["postgres", "sqlite"] : ["sqlite"];

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_database_that_is_not_there_yet_is_made_and_can_be_used_at_once(string product)
    {
        await using var own = NewDatabase.Named(product);
        var tenant = await AddTenantAsync(own.ConnectionString);

        await PrepareAsync(tenant);
        await PrepareAsync(tenant);

        (await DatabaseSchema.CountPendingAsync(own.ConnectionString)).ShouldBe(0);
        using var response = await _city.OpenPortal().GetAsync($"/api/abp/application-configuration?__tenant={tenant.Id}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await own.CountRolesAsync(tenant.Id)).ShouldBe(6);
    }

    [PostgresFact]
    public async Task A_role_that_may_not_make_databases_is_told_so()
    {
        await using var superuser = new NpgsqlConnection(Environment.GetEnvironmentVariable("TEST_POSTGRES"));
        await superuser.OpenAsync();
        var role = $"humble_{Guid.NewGuid():N}";
        await using var create = new NpgsqlCommand($"CREATE ROLE {role} LOGIN", superuser);
        await create.ExecuteNonQueryAsync();
        var connectionString = new NpgsqlConnectionStringBuilder(_city.Database.ConnectionString) { Username = role, Database = "own_" + role }.ConnectionString;

        var refusal = await Should.ThrowAsync<BusinessException>(async () => await PrepareAsync(await AddTenantAsync(connectionString)));

        refusal.Code.ShouldBe(AdministrationErrors.TenantDatabaseCannotBeCreated);
        refusal.Data["database"].ShouldBe("own_" + role);
        await using var drop = new NpgsqlCommand($"DROP ROLE {role}", superuser);
        await drop.ExecuteNonQueryAsync();
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=9;Username=app;Database=none")]
    [InlineData("Data Source=/dev/null/none.db")]
    public async Task A_database_that_cannot_be_reached_is_refused_and_no_other_county_is_touched(string connectionString)
    {
        var tenant = await AddTenantAsync(connectionString);
        var before = await _city.Database.TakeSnapshotAsync();

        var refusal = await Should.ThrowAsync<BusinessException>(() => PrepareAsync(tenant));

        refusal.Code.ShouldBe(AdministrationErrors.TenantDatabaseCannotBeReached);
        (await _city.Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    private Task PrepareAsync(TenantConfiguration tenant) => _city.Services.GetRequiredService<TenantDatabases>().PrepareAsync(tenant);

    private async Task<TenantConfiguration> AddTenantAsync(string connectionString)
    {
        var name = $"新区{Guid.NewGuid():N}";
        var id = await _city.AddTenantAsync(name, connectionString);
        return new TenantConfiguration(id, name) { ConnectionStrings = new ConnectionStrings { Default = connectionString } };
    }
}
