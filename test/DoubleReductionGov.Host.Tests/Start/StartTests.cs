using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Demonstration;
using DoubleReductionGov.Host.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Volo.Abp;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;
using Volo.Abp.Data;

namespace DoubleReductionGov.Host.Start;

public sealed class StartTests(DemonstrationTemplate template)
{
    [Fact]
    public async Task Outside_Development_the_demonstration_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();

        RefusesToStart(database, Environments.Production, hasDemonstration: true).ShouldContain("Demonstration:Enabled");
        RefusesToStart(database, Environments.Staging, hasDemonstration: true).ShouldContain("Demonstration:Enabled");
    }

    [Fact]
    public async Task Outside_Development_no_account_may_have_the_demonstration_password()
    {
        await using var database = await template.CopyAsync();

        RefusesToStart(database, Environments.Production, hasDemonstration: false).ShouldContain("demonstration password");

        // One account of one county that kept it is enough.
        await database.ExecuteAsync("""UPDATE "AbpUsers" SET "PasswordHash" = NULL WHERE "TenantId" IS NULL OR "UserName" <> 'county.dept' """);
        RefusesToStart(database, Environments.Production, hasDemonstration: false).ShouldContain("county.dept");
    }

    [Fact]
    public async Task Outside_Development_it_starts_when_nothing_of_the_demonstration_can_be_used()
    {
        await using var database = await template.CopyAsync();
        await database.ExecuteAsync("""UPDATE "AbpUsers" SET "PasswordHash" = NULL""");
        await using var application = new HostApplication(database) { EnvironmentName = Environments.Production, HasDemonstration = false };

        var options = await application.OpenPortal().GetAsync<SignInOptionsDto>("/api/account/sign-in-options");

        (options.Counties.Count, options.Demonstration).ShouldBe((6, null));
        (await application.LogInAsync(application.OpenPortal(), Cast.CityLead, DemonstrationOptions.Password)).ShouldTurnAway(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_empty_database_is_brought_up_without_a_demonstration()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var application = new HostApplication(database) { EnvironmentName = Environments.Production, HasDemonstration = false };

        var options = await application.OpenPortal().GetAsync<SignInOptionsDto>("/api/account/sign-in-options");

        (options.CityName, options.Counties.Count, options.Demonstration).ShouldBe(("衢州市", 0, null));
        (await database.CountAsync("AbpUsers")).ShouldBe(0);
        (await database.CountAsync("AbpRoles")).ShouldBe(6);
    }

    [Fact]
    public async Task A_demonstration_that_was_broken_off_is_noticed()
    {
        await using var database = await template.CopyAsync();
        await database.ExecuteAsync("""UPDATE "AbpSettings" SET "Value" = 'loading' WHERE "Name" = 'Host.Demonstration.State' """);

        RefusesToStart(database, Environments.Development, hasDemonstration: true).ShouldContain("broken off");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_empty_connection_string_is_refused(string connectionString)
    {
        var start = new DatabaseStart(new OneConnectionString(connectionString), null!, null!, null!, null!);

        (await Should.ThrowAsync<StartRefusedException>(() => start.PrepareAsync())).Message.ShouldContain("ConnectionStrings:Default is empty");
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await using var database = await template.CopyAsync();
        var before = await database.TakeSnapshotAsync();

        await using var application = new HostApplication(database);
        application.Start();
        await application.DeliverEventsAsync();

        (await database.TakeSnapshotAsync()).ShouldBeAsIn(before);
        var configuration = await (await application.SignInAsync(Cast.LeadOf(Cast.Kecheng))).GetAsync<ApplicationConfigurationDto>("/api/abp/application-configuration");
        configuration.ExtraProperties["cityName"]!.ToString().ShouldBe("衢州市");
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Host=127.0.0.1;Database=none")]
    public async Task The_migrations_hold_all_that_the_model_holds(string connectionString)
    {
        await using var context = HostDbContexts.Create(connectionString);

        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    private static string RefusesToStart(TestDatabase database, string environment, bool hasDemonstration)
    {
        using var application = new HostApplication(database) { EnvironmentName = environment, HasDemonstration = hasDemonstration };
        return Should.Throw<AbpException>(application.Start).Message;
    }

    private sealed class OneConnectionString(string connectionString) : IConnectionStringResolver
    {
        public Task<string> ResolveAsync(string? connectionStringName = null) => Task.FromResult(connectionString);
    }
}
