using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Operations.Logging;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Operations;

public sealed class LogTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Name = "欧阳标记";
    private const string Telephone = "13912345678";
    private const string Password = "Marker-Passw0rd";

    [Fact]
    public async Task No_line_of_the_log_names_a_person_or_a_secret()
    {
        await using var application = new LoggingApplication(quzhou.Application.Database);
        var lead = await application.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var organisation = (await lead.GetAsync<ListResultDto<OrganisationDto>>("/api/directory/organisation")).Items[0];

        await lead.PostAsync<PersonDto>("/api/directory/person", new CreatePersonInput { Name = Name, Post = Telephone, OrganisationId = organisation.Id });
        await lead.GetAsync<ListResultDto<PersonDto>>($"/api/directory/person?filter={Uri.EscapeDataString(Name)}");
        (await lead.PostAsync("/api/directory/person", new CreatePersonInput { Name = Name + new string('长', 100), OrganisationId = organisation.Id })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await lead.PostAsync("/api/directory/person", new CreatePersonInput { Name = Name, OrganisationId = Guid.CreateVersion7() })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await lead.GetAsync($"/api/directory/person?organisationId={Uri.EscapeDataString(Name)}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await application.OpenPortal().PostAsync("/api/account/login", new LoginInput(null, Name, Password))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var log = string.Join('\n', application.Lines);
        application.Lines.Count.ShouldBeGreaterThan(6);
        log.ShouldContain("POST api/directory/person");
        foreach (var secret in new[] { Name, Uri.EscapeDataString(Name), Telephone, Password, "county.lead" })
        {
            log.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_line_says_to_which_request_county_and_account_it_belongs()
    {
        await using var application = new LoggingApplication(quzhou.Application.Database);
        var lead = await application.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        application.Lines.Clear();
        lead.DefaultRequestHeaders.Add("X-Correlation-Id", "portal-42");

        (await lead.GetAsync($"/api/directory/person/{Guid.CreateVersion7()}")).Dispose();
        using var response = await lead.PostAsync("/api/directory/person", new CreatePersonInput { Name = "某", OrganisationId = Guid.CreateVersion7() });

        response.Headers.GetValues("X-Correlation-Id").ShouldBe(["portal-42"]);
        var lines = application.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.ShouldAllBe(line => line.GetProperty("correlationId").GetString() == "portal-42" && line.GetProperty("time").GetString()!.EndsWith('Z'));
        var refusal = lines.First(line => line.GetProperty("category").GetString()!.EndsWith("AbpExceptionFilter", StringComparison.Ordinal));
        refusal.GetProperty("tenantId").GetString().ShouldBe((await application.IdOfAsync(Cast.Kecheng)).ToString());
        Guid.TryParse(refusal.GetProperty("userId").GetString(), out _).ShouldBeTrue();
        var answered = lines.Last(line => line.TryGetProperty("event", out var name) && name.GetString() == "RequestAnswered");
        answered.GetProperty("values").GetProperty("Status").GetString().ShouldBe("404");
    }

    [Fact]
    public async Task A_caller_who_leaves_is_no_failure_of_the_server()
    {
        var left = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        await LogOf(new OperationCanceledException()).InvokeAsync(left);
        left.Response.StatusCode.ShouldBe(StatusCodes.Status499ClientClosedRequest);

        var waiting = new DefaultHttpContext();
        await Should.ThrowAsync<OperationCanceledException>(() => LogOf(new OperationCanceledException()).InvokeAsync(waiting));
        waiting.Response.StatusCode.ShouldBe(StatusCodes.Status500InternalServerError);

        static RequestLog LogOf(Exception exception) => new(_ => throw exception, TimeProvider.System, NullLogger<RequestLog>.Instance);
    }

    [Theory]
    [InlineData("called 13912345678 now", "called *** now")]
    [InlineData("id 33080219900101123X", "id ***")]
    [InlineData("wrote li.wei@example.invalid.", "wrote ***.")]
    [InlineData("Host=db;Username=app;Password=s3cret;Port=1", "Host=db;Username=app;Password=***;Port=1")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer ***")]
    [InlineData("\"token\":\"abc\"", "\"token\":\"***\"")]
    [InlineData("took 12345678901234567890 ns, id 01a20061-5439-7562-8733-139123456781", "took 12345678901234567890 ns, id 01a20061-5439-7562-8733-139123456781")]
    public void What_looks_like_a_person_or_a_secret_is_masked(string text, string masked) => LogMask.Apply(text).ShouldBe(masked);

    private sealed class LoggingApplication(TestDatabase database) : HostApplication(database)
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        protected override void ConfigureServices(IServiceCollection services)
        {
            services.AddSingleton<ILoggerProvider>(provider =>
                new LineCollector(Lines, provider.GetServices<ConsoleFormatter>().OfType<JsonLineFormatter>().Single()));
            services.Configure<LoggerFilterOptions>(options => options.AddFilter("DoubleReductionGov", LogLevel.Debug).AddFilter("Volo", LogLevel.Debug));
        }
    }

    private sealed class LineCollector(ConcurrentQueue<string> lines, JsonLineFormatter formatter) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines, formatter);

        public void Dispose() { }

        private sealed class Logger(string category, ConcurrentQueue<string> lines, JsonLineFormatter formatter) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> format)
            {
                using var line = new StringWriter();
                formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, format), null, line);
                lines.Enqueue(line.ToString().Trim());
            }
        }
    }
}
