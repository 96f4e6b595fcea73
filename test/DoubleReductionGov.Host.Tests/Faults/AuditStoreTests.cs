using System.Net;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Http;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Auditing;

namespace DoubleReductionGov.Host.Faults;

/// <summary>The place where records are kept fails: what cannot be recorded does not happen.</summary>
public sealed class AuditStoreTests(DemonstrationTemplate template)
{
    [Fact]
    public async Task Without_its_record_a_command_changes_nothing_and_reading_goes_on()
    {
        var database = await template.CopyAsync();
        var store = new FailingStore();
        await using (var city = new ApplicationWithStore(database, store))
        {
            var lead = await city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
            var bureau = (await lead.GetAsync<ListResultDto<OrganisationDto>>("/api/directory/organisation")).Items.Single(o => o.Code == Cast.EducationBureau);
            var input = new CreatePersonInput { Name = "王小明", OrganisationId = bureau.Id };
            store.IsDown = true;

            await city.RefusesAsync(() => lead.PostAsync("/api/directory/person", input), HttpStatusCode.InternalServerError, null);
            (await lead.GetAsync("/api/directory/organisation")).StatusCode.ShouldBe(HttpStatusCode.OK);

            store.IsDown = false;
            (await lead.PostAsync<PersonDto>("/api/directory/person", input)).Name.ShouldBe("王小明");
            store.Saved.ShouldBeGreaterThan(0);
        }

        await database.DisposeAsync();
    }

    private sealed class ApplicationWithStore(TestDatabase database, FailingStore store) : HostApplication(database)
    {
        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IAuditingStore>(store);
    }

    private sealed class FailingStore : IAuditingStore
    {
        public bool IsDown { get; set; }

        public int Saved { get; private set; }

        public Task SaveAsync(AuditLogInfo auditInfo)
        {
            if (IsDown)
            {
                throw new InvalidOperationException("The store of the records is down.");
            }

            Saved++;
            return Task.CompletedTask;
        }
    }
}
