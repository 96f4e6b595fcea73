using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Abp.Tests.Data;

public sealed class DataFilterTests
{
    private readonly AbpDataFilterOptions _options = new();
    private readonly DataFilter<ISoftDelete> _filter;

    public DataFilterTests() => _filter = new DataFilter<ISoftDelete>(Options.Create(_options));

    [Fact]
    public void It_is_on_unless_the_options_say_otherwise()
    {
        _filter.IsEnabled.ShouldBeTrue();

        _options.DefaultStates[typeof(ISoftDelete)] = new DataFilterState(isEnabled: false).Clone();

        _filter.IsEnabled.ShouldBeFalse();
    }

    [Fact]
    public void Off_and_on_again_nest_and_each_end_restores_what_was()
    {
        using (_filter.Disable())
        {
            _filter.IsEnabled.ShouldBeFalse();
            using (_filter.Enable())
            {
                _filter.IsEnabled.ShouldBeTrue();
            }

            _filter.IsEnabled.ShouldBeFalse();
        }

        _filter.IsEnabled.ShouldBeTrue();
    }

    [Fact]
    public void Switching_off_what_is_off_changes_nothing_and_neither_does_its_end()
    {
        using (_filter.Disable())
        {
            _filter.Disable().Dispose();

            _filter.IsEnabled.ShouldBeFalse();
        }

        _filter.IsEnabled.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_task_switches_off_stays_on_for_the_one_that_started_it()
    {
        _filter.IsEnabled.ShouldBeTrue();
        var isOff = new TaskCompletionSource();
        var isSeen = new TaskCompletionSource();

        var task = Task.Run(async () =>
        {
            using (_filter.Disable())
            {
                isOff.SetResult();
                await isSeen.Task;
                return _filter.IsEnabled;
            }
        });
        await isOff.Task;

        _filter.IsEnabled.ShouldBeTrue();
        isSeen.SetResult();
        (await task).ShouldBeFalse();
    }

    [Fact]
    public async Task One_filter_says_nothing_about_another()
    {
        await using var application = await KernelApplication.StartAsync();
        var filters = (IDataFilter)application.Services.GetService(typeof(IDataFilter))!;

        using (filters.Disable<ISoftDelete>())
        {
            filters.IsEnabled<ISoftDelete>().ShouldBeFalse();
            filters.IsEnabled<IMultiTenant>().ShouldBeTrue();
            using (filters.Enable<ISoftDelete>())
            {
                filters.IsEnabled<ISoftDelete>().ShouldBeTrue();
            }
        }
    }
}
