namespace DoubleReductionGov.Directory.Demonstration;

public sealed class DirectorySeedTests
{
    [Fact]
    public async Task Every_tenant_gets_its_own_organisations_and_people()
    {
        await using var application = await DirectoryApplication.StartAsync();

        var result = await SeedAsync(application, Cast.Seed);

        result.Organisations.Select(o => (o.TenantId, o.Code)).ShouldBe(
            [(null, "EDU"), (Cast.Kecheng, "FIN"), (Cast.Kecheng, "EDU"), (Cast.Qujiang, "EDU")]);
        result.Organisations.Select(o => o.Id).ShouldBeUnique();
        result.People.Select(p => (p.TenantId, p.Name, p.UserId)).ShouldBe(
            [(null, "李督导", Cast.LiAccount), (Cast.Kecheng, "张敏", Cast.ZhangAccount), (Cast.Kecheng, "陈刚", null), (Cast.Qujiang, "赵丽", null)]);
    }

    [Fact]
    public async Task Running_it_again_adds_nothing_and_finds_the_same()
    {
        await using var application = await DirectoryApplication.StartAsync();

        var first = await SeedAsync(application, Cast.Seed);
        var second = await SeedAsync(application, Cast.Seed);

        second.Organisations.ShouldBe(first.Organisations);
        second.People.ShouldBe(first.People);
    }

    [Fact]
    public async Task A_person_without_an_account_gets_one_later()
    {
        await using var application = await DirectoryApplication.StartAsync();
        var person = new PersonSeed("EDU", "李督导");
        var account = Guid.CreateVersion7();

        await SeedAsync(application, CityWith(person));
        await SeedAsync(application, CityWith(person with { UserId = account }));

        var found = await application.AsAsync<IDirectoryIntegrationService, PersonInfo?>(Cast.Nobody, d => d.FindPersonOfUserAsync(account));
        found.ShouldNotBeNull().Name.ShouldBe("李督导");
    }

    [Fact]
    public async Task A_person_of_an_unknown_organisation_stops_everything()
    {
        await using var application = await DirectoryApplication.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => SeedAsync(application, CityWith(new PersonSeed("XYZ", "李督导"))));

        (await application.AsAsync<IDirectoryIntegrationService, IReadOnlyList<OrganisationInfo>>(Cast.Nobody, d => d.GetOrganisationsAsync())).ShouldBeEmpty();
    }

    private static DirectorySeedData CityWith(PersonSeed person) => new(new TenantSeed([new("EDU", "市教育局", "教育")], [person]), []);

    private static Task<DirectorySeedResult> SeedAsync(DirectoryApplication application, DirectorySeedData data) =>
        application.AsAsync<DirectorySeed, DirectorySeedResult>(Cast.Nobody, seed => seed.SeedAsync(data));
}
