using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Platform.RowLevelSecurity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Host.RowLevelSecurity;

/// <summary>The wall itself, asked in SQL: no filter of the program stands before it.</summary>
public sealed class RowLevelSecurityTests(QuzhouCity quzhou, DemonstrationTemplate template) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [PostgresFact]
    public async Task Every_table_of_a_tenants_entity_is_behind_the_wall()
    {
        await using var model = HostDbContexts.Create(_city.Database.ConnectionString);
        var expected = model.Model.GetEntityTypes().Where(type => typeof(IMultiTenant).IsAssignableFrom(type.ClrType)).Select(type => type.GetTableName()!).Distinct().Order().ToList();
        await using var connection = await OpenAsync();

        expected.Count.ShouldBeGreaterThan(10);
        (await TenantPolicies.FindTablesAsync(connection)).Order().ShouldBe(expected);
        (await TenantPolicies.FindUnprotectedAsync(connection)).ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task A_table_that_came_without_it_or_lost_it_is_found_and_put_behind_it_again()
    {
        await using var database = await template.CopyAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, """
            CREATE TABLE "Late" ("Id" uuid PRIMARY KEY, "TenantId" uuid);
            ALTER TABLE "AbpUsers" NO FORCE ROW LEVEL SECURITY;
            ALTER TABLE "AbpRoles" DISABLE ROW LEVEL SECURITY;
            DROP POLICY tenant ON "AbpUserRoles";
            CREATE POLICY reports ON "DirectoryPeople" FOR SELECT USING (true);
            """);
        string[] gaps = ["AbpRoles", "AbpUserRoles", "AbpUsers", "DirectoryPeople", "Late"];
        (await TenantPolicies.FindUnprotectedAsync(connection)).Order(StringComparer.Ordinal).ShouldBe(gaps);
        (await DatabaseSchema.CountPendingAsync(database.ConnectionString)).ShouldBe(1);

        (await TenantPolicies.ApplyAsync(connection)).Order(StringComparer.Ordinal).ShouldBe(gaps);

        (await TenantPolicies.FindUnprotectedAsync(connection)).ShouldBeEmpty();
        (await TenantPolicies.ApplyAsync(connection)).ShouldBeEmpty();
        (await DatabaseSchema.CountPendingAsync(database.ConnectionString)).ShouldBe(0);
    }

    [PostgresFact]
    public async Task A_connection_sees_the_rows_of_its_tenant_only_and_without_one_those_of_the_host()
    {
        var (kecheng, qujiang) = (await _city.IdOfAsync(Cast.Kecheng), await _city.IdOfAsync(Cast.Qujiang));
        await using var connection = await OpenAsync();

        (await TenantsOfUsersAsync(connection)).ShouldBe([Guid.Empty]);
        await TenantConnection.SetTenantAsync(connection, kecheng);
        (await TenantsOfUsersAsync(connection)).ShouldBe([kecheng]);
        await TenantConnection.SetTenantAsync(connection, qujiang);
        (await TenantsOfUsersAsync(connection)).ShouldBe([qujiang]);
        await TenantConnection.SetTenantAsync(connection, Guid.CreateVersion7());
        (await TenantsOfUsersAsync(connection)).ShouldBeEmpty();
        await TenantConnection.SetTenantAsync(connection, null);
        (await TenantsOfUsersAsync(connection)).ShouldBe([Guid.Empty]);
    }

    [PostgresFact]
    public async Task Nothing_of_another_tenant_is_changed_deleted_or_added()
    {
        var (kecheng, qujiang) = (await _city.IdOfAsync(Cast.Kecheng), await _city.IdOfAsync(Cast.Qujiang));
        var before = await _city.Database.TakeSnapshotAsync();
        await using var connection = await OpenAsync();
        await TenantConnection.SetTenantAsync(connection, kecheng);

        (await ExecuteAsync(connection, $"""UPDATE "AbpUsers" SET "Name" = 'x' WHERE "TenantId" = '{qujiang}' OR "TenantId" IS NULL""")).ShouldBe(0);
        (await ExecuteAsync(connection, $"""DELETE FROM "AbpPermissionGrants" WHERE "TenantId" = '{qujiang}' OR "TenantId" IS NULL""")).ShouldBe(0);
        foreach (var other in new[] { $"'{qujiang}'", "NULL" })
        {
            await ShouldBeRefusedAsync(connection, $"""INSERT INTO "AbpPermissionGrants" ("Id", "TenantId", "Name", "ProviderName", "ProviderKey") VALUES (gen_random_uuid(), {other}, 'x', 'R', 'x')""");
            await ShouldBeRefusedAsync(connection, $"""UPDATE "AbpPermissionGrants" SET "TenantId" = {other}""");
        }

        (await _city.Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    [PostgresFact]
    public async Task A_pooled_connection_is_handed_on_without_its_tenant()
    {
        var pooled = new NpgsqlConnectionStringBuilder(_city.Database.ConnectionString) { MaxPoolSize = 1, ApplicationName = "pool of one" }.ConnectionString;
        await using (var first = new NpgsqlConnection(pooled))
        {
            await first.OpenAsync();
            await TenantConnection.SetTenantAsync(first, await _city.IdOfAsync(Cast.Kecheng));
        }

        await using var second = new NpgsqlConnection(pooled);
        await second.OpenAsync();
        (await TenantsOfUsersAsync(second)).ShouldBe([Guid.Empty]);
        await second.CloseAsync();
        NpgsqlConnection.ClearPool(second);
    }

    [PostgresFact]
    public async Task The_applications_role_is_bound_and_a_superuser_is_noticed()
    {
        await using var bound = await OpenAsync();
        await using var superuser = new NpgsqlConnection(Environment.GetEnvironmentVariable("TEST_POSTGRES"));
        await superuser.OpenAsync();

        (await TenantPolicies.IsBypassedAsync(bound)).ShouldBeFalse();
        (await TenantPolicies.IsBypassedAsync(superuser)).ShouldBeTrue();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_city.Database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>The host's as an empty id.</summary>
    private static async Task<List<Guid>> TenantsOfUsersAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("""SELECT DISTINCT "TenantId" FROM "AbpUsers" """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Guid>();
        while (await reader.ReadAsync())
        {
            found.Add(await reader.IsDBNullAsync(0) ? Guid.Empty : reader.GetGuid(0));
        }

        return found;
    }

    private static async Task ShouldBeRefusedAsync(NpgsqlConnection connection, string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(connection, sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
