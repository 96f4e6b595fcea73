using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DoubleReductionGov.Bench.Bare;

/// <summary>The product's list, look-up and creation of a person, once with plain EF Core and once with Npgsql alone. PostgreSQL only.</summary>
internal static class People
{
    private const string Select = """
        SELECT p."Id", p."Name", p."Post", o."Id", o."Name", p."UserId" IS NOT NULL, p."ConcurrencyStamp"
        FROM "DirectoryPeople" p JOIN "DirectoryOrganisations" o ON o."Id" = p."OrganisationId"
        WHERE p."TenantId" = $1 AND NOT p."IsDeleted" AND
        """;

    public static void MapPeople(this WebApplication app, string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        app.MapGet("/ef/person", async (BareContext context, Guid county, Guid organisationId) => new PersonList(await Query(context, county)
            .Where(r => r.Person.OrganisationId == organisationId).OrderBy(r => r.Organisation.DisplayOrder).ThenBy(r => r.Person.Name).ThenBy(r => r.Person.Id)
            .Select(r => new PersonItem(r.Person.Id, r.Person.Name, r.Person.Post, r.Organisation.Id, r.Organisation.Name, r.Person.UserId != null, r.Person.ConcurrencyStamp))
            .ToListAsync()));
        app.MapGet("/ef/person/{id}", (BareContext context, Guid county, Guid id) => Query(context, county)
            .Where(r => r.Person.Id == id)
            .Select(r => new PersonItem(r.Person.Id, r.Person.Name, r.Person.Post, r.Organisation.Id, r.Organisation.Name, r.Person.UserId != null, r.Person.ConcurrencyStamp))
            .SingleOrDefaultAsync());
        app.MapPost("/ef/person", CreateByEfAsync);
        app.MapGet("/raw/person", async (Guid county, Guid organisationId) =>
            new PersonList(await ReadAsync(source, Select + """ p."OrganisationId" = $2 ORDER BY o."DisplayOrder", p."Name", p."Id" """, county, organisationId)));
        app.MapGet("/raw/person/{id}", async (Guid county, Guid id) => (await ReadAsync(source, Select + """ p."Id" = $2""", county, id)).SingleOrDefault());
        app.MapPost("/raw/person", (Guid county, NewPerson input) => CreateByNpgsqlAsync(source, county, input));
    }

    private static IQueryable<Row> Query(BareContext context, Guid county) => context.People.AsNoTracking()
        .Where(p => p.TenantId == county && !p.IsDeleted)
        .Join(context.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new Row { Person = p, Organisation = o });

    private static async Task<IResult> CreateByEfAsync(BareContext context, Guid county, NewPerson input)
    {
        var organisation = await context.Organisations.SingleAsync(o => o.TenantId == county && o.Id == input.OrganisationId);
        var person = new Person
        {
            Id = Guid.CreateVersion7(), TenantId = county, OrganisationId = organisation.Id, Name = input.Name, Post = input.Post,
            ConcurrencyStamp = Guid.NewGuid().ToString("N"), CreationTime = DateTime.UtcNow,
        };
        context.Add(person);
        await context.SaveChangesAsync();
        return Results.Ok(new PersonItem(person.Id, person.Name, person.Post, organisation.Id, organisation.Name, false, person.ConcurrencyStamp));
    }

    private static async Task<IResult> CreateByNpgsqlAsync(NpgsqlDataSource source, Guid county, NewPerson input)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var find = new NpgsqlCommand("""SELECT "Name" FROM "DirectoryOrganisations" WHERE "TenantId" = $1 AND "Id" = $2""", connection) { Parameters = { new() { Value = county }, new() { Value = input.OrganisationId } } };
        var organisation = (string)(await find.ExecuteScalarAsync())!;
        var (id, stamp) = (Guid.CreateVersion7(), Guid.NewGuid().ToString("N"));
        await using var insert = new NpgsqlCommand("""
            INSERT INTO "DirectoryPeople" ("Id", "TenantId", "OrganisationId", "Name", "Post", "ConcurrencyStamp", "CreationTime", "IsDeleted") VALUES ($1, $2, $3, $4, $5, $6, $7, false)
            """, connection)
        {
            Parameters =
            {
                new() { Value = id }, new() { Value = county }, new() { Value = input.OrganisationId }, new() { Value = input.Name },
                new() { Value = (object?)input.Post ?? DBNull.Value }, new() { Value = stamp }, new() { Value = DateTime.UtcNow },
            },
        };
        await insert.ExecuteNonQueryAsync();
        return Results.Ok(new PersonItem(id, input.Name, input.Post, input.OrganisationId, organisation, false, stamp));
    }

    private static async Task<List<PersonItem>> ReadAsync(NpgsqlDataSource source, string sql, Guid county, Guid id)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = county }, new() { Value = id } } };
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<PersonItem>();
        while (await reader.ReadAsync())
        {
            found.Add(new PersonItem(
                reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetGuid(3), reader.GetString(4), reader.GetBoolean(5), reader.GetString(6)));
        }

        return found;
    }

    private sealed class Row
    {
        public required Person Person { get; init; }

        public required Organisation Organisation { get; init; }
    }
}

internal sealed class Person
{
    public Guid Id { get; set; }

    public Guid? TenantId { get; set; }

    public Guid OrganisationId { get; set; }

    public string Name { get; set; } = "";

    public string? Post { get; set; }

    public Guid? UserId { get; set; }

    public string ConcurrencyStamp { get; set; } = "";

    public DateTime CreationTime { get; set; }

    public bool IsDeleted { get; set; }
}

internal sealed class Organisation
{
    public Guid Id { get; set; }

    public Guid? TenantId { get; set; }

    public string Name { get; set; } = "";

    public int DisplayOrder { get; set; }
}

internal sealed record NewPerson(string Name, string? Post, Guid OrganisationId);

internal sealed record PersonList(IReadOnlyList<PersonItem> Items);

internal sealed record PersonItem(Guid Id, string Name, string? Post, Guid OrganisationId, string OrganisationName, bool HasAccount, string ConcurrencyStamp);
