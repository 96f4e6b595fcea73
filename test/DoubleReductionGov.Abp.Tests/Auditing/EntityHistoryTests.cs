using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Auditing;
using Volo.Abp.AuditLogging;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.FeatureManagement;
using Volo.Abp.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Auditing;

public sealed class EntityHistoryTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task What_is_done_in_a_scope_is_recorded_in_its_transaction()
    {
        await _application.InUnitOfWorkAsync(async services =>
        {
            using var handle = services.GetRequiredService<IAuditingManager>().BeginScope();
            services.GetRequiredService<IAuditingManager>().Current!.Log.Comments.Add("said");
            await services.GetRequiredService<IRepository<IdentityRole, Guid>>().InsertAsync(new IdentityRole(Guid.CreateVersion7(), "reader"), autoSave: true);
            await handle.SaveAsync();
        });

        var log = (await _application.AllAsync<AuditLog>()).ShouldHaveSingleItem();
        (log.Comments, log.ExecutionTime, log.TenantId).ShouldBe(("said", Cast.Monday, null));
        var change = (await _application.AllAsync<EntityChange>()).ShouldHaveSingleItem();
        (change.ChangeType, change.EntityTypeFullName, change.AuditLogId).ShouldBe((EntityChangeType.Created, "Volo.Abp.Identity.IdentityRole", log.Id));
    }

    [Fact]
    public async Task Without_a_commit_there_is_no_record()
    {
        await using var scope = _application.Services.CreateAsyncScope();
        using (_application.UnitOfWorkManager.Begin(isTransactional: true))
        using (var handle = scope.ServiceProvider.GetRequiredService<IAuditingManager>().BeginScope())
        {
            await handle.SaveAsync();
        }

        (await _application.AllAsync<AuditLog>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_failed_is_recorded_although_its_unit_of_work_is_gone_and_names_no_changes()
    {
        await using var scope = _application.Services.CreateAsyncScope();
        var auditing = scope.ServiceProvider.GetRequiredService<IAuditingManager>();
        using (var handle = auditing.BeginScope())
        {
            using (_application.UnitOfWorkManager.Begin(isTransactional: true))
            {
                await scope.ServiceProvider.GetRequiredService<IRepository<IdentityRole, Guid>>().InsertAsync(new IdentityRole(Guid.CreateVersion7(), "x"), autoSave: true);
            }

            auditing.Current!.Log.EntityChanges.ShouldHaveSingleItem();
            auditing.Current.Log.Exceptions.Add(new TimeoutException("names nobody"));
            await handle.SaveAsync();
        }

        auditing.Current.ShouldBeNull();
        (await _application.AllAsync<AuditLog>()).ShouldHaveSingleItem().Exceptions.ShouldBe("System.TimeoutException");
        (await _application.AllAsync<EntityChange>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Secrets_of_entities_are_masked_and_stamps_left_out()
    {
        var user = new IdentityUser(Guid.CreateVersion7(), "nora", "nora@example.cn");
        List<EntityPropertyChangeInfo> properties = [];
        await _application.InUnitOfWorkAsync(async services =>
        {
            using var handle = services.GetRequiredService<IAuditingManager>().BeginScope();
            (await services.GetRequiredService<IdentityUserManager>().CreateAsync(user, "Secret@2021")).Succeeded.ShouldBeTrue();
            properties = services.GetRequiredService<IAuditingManager>().Current!.Log.EntityChanges.SelectMany(c => c.PropertyChanges).ToList();
        });

        properties.Where(p => p.PropertyName == "PasswordHash").ShouldAllBe(p => p.NewValue == "***");
        properties.ShouldContain(p => p.PropertyName == "UserName" && p.NewValue == "\"nora\"" && p.PropertyTypeFullName == "System.String");
        properties.ShouldNotContain(p => p.PropertyName == "SecurityStamp" || p.PropertyName == "ConcurrencyStamp");
    }

    [Fact]
    public async Task A_book_that_is_not_marked_has_no_history()
    {
        await _application.InUnitOfWorkAsync(async services =>
        {
            using var handle = services.GetRequiredService<IAuditingManager>().BeginScope();
            await services.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("a"), autoSave: true);
            services.GetRequiredService<IAuditingManager>().Current!.Log.EntityChanges.ShouldBeEmpty();
        });
    }

    [Fact]
    public void Parameters_are_json_without_secrets_and_streams()
    {
        var serializer = _application.Services.GetRequiredService<AuditSerializer>();

        serializer.Parameters([new("input", new { UserName = "a", Password = "b", Nested = new { AccessToken = "c" }, Code = "123456" }), new("file", Stream.Null), new("token", "t")])
            .ShouldBe("""{"input":{"userName":"a","password":"***","nested":{"accessToken":"***"},"code":"***"},"token":"***"}""");
        serializer.Parameters([new("text", new string('x', 3000))]).Length.ShouldBe(AuditSerializer.MaxParametersLength);
        AuditSerializer.Cut("ab𬭳", 4).ShouldBe("ab𬭳");
        AuditSerializer.Cut("a𬭳bc", 3).ShouldBe("a…");
    }

    [Fact]
    public async Task A_feature_is_the_tenants_or_the_default_and_can_be_taken_back()
    {
        await using var scope = _application.Services.CreateAsyncScope();
        var features = scope.ServiceProvider.GetRequiredService<IFeatureChecker>();
        var manager = scope.ServiceProvider.GetRequiredService<IFeatureManager>();

        await manager.SetForTenantAsync(Cast.North, "Library.Loans", "true");
        using (_application.CurrentTenant.Change(Cast.North))
        {
            (await features.IsEnabledAsync("Library.Loans")).ShouldBeTrue();
            (await features.GetAsync<int>("Library.Shelves")).ShouldBe(3);
        }

        using (_application.CurrentTenant.Change(Cast.South))
        {
            (await Should.ThrowAsync<Volo.Abp.Authorization.AbpAuthorizationException>(() => features.CheckEnabledAsync("Library.Loans"))).Code.ShouldBe("Volo.Feature:010001");
            (await Should.ThrowAsync<Volo.Abp.Authorization.AbpAuthorizationException>(() => features.CheckEnabledAsync(true, "Library.Loans"))).Code.ShouldBe("Volo.Feature:010002");
            (await Should.ThrowAsync<Volo.Abp.Authorization.AbpAuthorizationException>(() => features.CheckEnabledAsync(false, "Library.Loans"))).Code.ShouldBe("Volo.Feature:010003");
        }

        await manager.SetForTenantAsync(Cast.North, "Library.Loans", null);
        (await manager.GetOrNullForTenantAsync("Library.Loans", Cast.North)).ShouldBe("false");
        await Should.ThrowAsync<Volo.Abp.AbpException>(() => features.GetOrNullAsync("No.Such"));
    }

    [Fact]
    public async Task A_users_setting_comes_first_and_an_encrypted_one_is_not_stored_as_it_is()
    {
        await using var scope = _application.Services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<ISettingManager>();

        await manager.SetForUserAsync(Cast.NoraId, "Library.Secret", "mine");

        (await _application.AllAsync<Setting>()).Single().Value.ShouldNotContain("mine");
        (await manager.GetOrNullForUserAsync("Library.Secret", Cast.NoraId)).ShouldBe("mine");
        (await _application.InUnitOfWorkAsync(s => s.GetRequiredService<ISettingProvider>().GetOrNullAsync("Library.Secret"), Cast.North, Cast.Nora)).ShouldBe("mine");
        (await _application.InUnitOfWorkAsync(s => s.GetRequiredService<ISettingProvider>().GetOrNullAsync("Library.Secret"), Cast.North)).ShouldBe("nobody's");
    }

    public sealed class LibraryFeatures : FeatureDefinitionProvider
    {
        public override void Define(IFeatureDefinitionContext context)
        {
            var group = context.AddGroup("Library");
            group.AddFeature("Library.Loans", "false");
            group.AddFeature("Library.Shelves", "3");
        }
    }

    public sealed class LibrarySecrets : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition("Library.Secret", "nobody's", isEncrypted: true));
    }
}
