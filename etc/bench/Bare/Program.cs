using System.Text.Json.Serialization;
using DoubleReductionGov.Bench.Bare;
using Microsoft.EntityFrameworkCore;

// What the same list costs without a framework: no sign-in, no tenants, no modules, one context over the three tables it reads.
// ConnectionStrings:Default is the host's; the county and the city's date, which the host finds by itself, are told.
var builder = WebApplication.CreateBuilder(args);
var connectionString = builder.Configuration.GetConnectionString("Default")!;
var today = DateOnly.ParseExact(builder.Configuration["Bare:Today"]!, "yyyy-MM-dd");

builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.AddDbContext<BareContext>(options =>
{
    if (connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase))
    {
        options.UseNpgsql(connectionString);
    }
    else
    {
        options.UseSqlite(connectionString);
    }
});

var app = builder.Build();
app.MapGet("/counties", (BareContext context) => context.Counties.OrderBy(c => c.DisplayOrder).Select(c => new { c.Id, c.Name }).ToListAsync());
app.MapGet("/tasks", (BareContext context, Guid? county, int skipCount = 0, int maxResultCount = 10) =>
    TaskQuery.GetAsync(context, county, today, skipCount, maxResultCount));
if (connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase))
{
    app.MapPeople(connectionString);
}

app.Run();
