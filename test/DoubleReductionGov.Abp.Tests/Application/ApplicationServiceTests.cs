using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Abp.Tests.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Application;

public sealed class ApplicationServiceTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task What_a_service_needs_is_at_hand()
    {
        await _application.InUnitOfWorkAsync(services =>
        {
            services.GetRequiredService<CuriousAppService>().LookAround();
            return Task.CompletedTask;
        }, Cast.North, Cast.Nora);
    }

    [Fact]
    public void Without_a_resource_there_are_no_texts()
    {
        using var scope = _application.Services.CreateScope();

        Should.Throw<AbpException>(() => scope.ServiceProvider.GetRequiredService<SilentAppService>().Speak()).Message.ShouldContain("SilentAppService");
        scope.ServiceProvider.GetRequiredService<CuriousAppService>().Speak().Name.ShouldBe("Cat");
    }

    [Fact]
    public void Lists_and_pages_are_what_they_were_given()
    {
        new ListResultDto<int>().Items.ShouldBeEmpty();
        new ListResultDto<int>([1, 2]).Items.ShouldBe([1, 2]);
        new PagedResultDto<int>().TotalCount.ShouldBe(0);
        var page = new PagedResultDto<int>(7, [1]);
        (page.TotalCount, page.Items.Count).ShouldBe((7, 1));
    }

    [Fact]
    public void A_request_for_a_page_starts_at_the_beginning_with_ten_rows()
    {
        var request = new PagedAndSortedResultRequestDto();

        (request.SkipCount, request.MaxResultCount, request.Sorting).ShouldBe((0, 10, null));
        ((IPagedResultRequest)request).MaxResultCount.ShouldBe(LimitedResultRequestDto.DefaultMaxResultCount);
        LimitedResultRequestDto.MaxMaxResultCount.ShouldBe(1000);
        request.Validate(new ValidationContext(request)).ShouldBeEmpty();
        request.MaxResultCount = 1001;
        request.Validate(new ValidationContext(request)).ShouldHaveSingleItem().MemberNames.ShouldBe(["MaxResultCount"]);
    }

    [Fact]
    public void A_stream_knows_its_name_type_and_length_and_closes_its_source()
    {
        var source = new MemoryStream([1, 2, 3]);
        source.ReadByte();
        using (IRemoteStreamContent content = new RemoteStreamContent(source))
        {
            (content.FileName, content.ContentType, content.ContentLength).ShouldBe((null, "application/octet-stream", 2));
            content.GetStream().ShouldBeSameAs(source);
        }

        source.CanRead.ShouldBeFalse();
        var kept = new MemoryStream();
        new RemoteStreamContent(kept, "a.txt", "text/plain", 9, disposeStream: false).Dispose();
        kept.CanRead.ShouldBeTrue();
    }

    [RemoteService(false)]
    public sealed class CuriousAppService : ApplicationService
    {
        public CuriousAppService() => LocalizationResource = typeof(LocalizationTests.AnimalResource);

        public LocalizedString Speak() => L["Cat"];

        public void LookAround()
        {
            CurrentTenant.Id.ShouldBe(Cast.North);
            CurrentUser.Id.ShouldBe(Cast.NoraId);
            Clock.Now.ShouldBe(Cast.Monday);
            GuidGenerator.Create().Version.ShouldBe(7);
            SettingProvider.ShouldNotBeNull();
            StringLocalizerFactory.ShouldNotBeNull();
            UnitOfWorkManager.Current.ShouldBeSameAs(CurrentUnitOfWork);
            Logger.IsEnabled(LogLevel.None).ShouldBeFalse();
            CommonPostfixes.ShouldBe(["AppService", "ApplicationService", "Service"]);
            (this is IUnitOfWorkEnabled and IApplicationService and IRemoteService).ShouldBeTrue();
        }
    }

    [RemoteService(false)]
    public sealed class SilentAppService : ApplicationService
    {
        public LocalizedString Speak() => L["Cat"];
    }
}
