using System.Net;
using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class RequestUnitOfWorkTests : IAsyncLifetime
{
    private WebTestApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await WebTestApplication.StartWithDatabaseAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Reading_needs_no_transaction_everything_else_has_one()
    {
        (await (await _application.GetAsync("/api/app/book")).Content.ReadAsStringAsync()).ShouldBe("transactional: False");
        (await (await _application.PostAsync("/api/app/book/check")).Content.ReadAsStringAsync()).ShouldBe("transactional: True");
    }

    [Fact]
    public async Task What_an_action_did_is_committed_before_it_is_answered()
    {
        (await _application.PostAsync("/api/app/book?title=a")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await TitlesAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_refusal_undoes_what_was_saved_before()
    {
        (await _application.PostAsync("/api/app/book/refuse?title=a")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await TitlesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_action_may_roll_back_and_answer_all_the_same()
    {
        (await (await _application.PostAsync("/api/app/book/give-up?title=a")).Content.ReadAsStringAsync()).ShouldBe("given up");

        (await TitlesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_of_work_begun_in_the_action_ends_with_the_request()
    {
        (await _application.PostAsync("/api/app/book/finish-early?title=a")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await TitlesAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task What_could_not_be_saved_is_not_tried_again_behind_the_callers_back()
    {
        _application.Services.GetRequiredService<Librarian>().Refusals = 1;

        var response = await _application.PostAsync("/api/app/book?title=a");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.ErrorAsync()).GetProperty("message").GetString().ShouldBe("An internal error occurred during your request!");
        (await TitlesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_commit_is_answered_as_an_error_and_never_as_a_success()
    {
        var response = await _application.PostAsync("/api/app/book/break-at-commit?title=a");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"error":{"code":null,"message":"An internal error occurred during your request!","details":null,"data":null,"validationErrors":null}}""");
        response.Headers.GetValues("_AbpErrorFormat").ShouldBe(["true"]);
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await TitlesAsync()).ShouldBeEmpty();
    }

    private async Task<List<string>> TitlesAsync()
    {
        using var unitOfWork = _application.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        return (await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().GetListAsync()).ConvertAll(b => b.Title);
    }
}
