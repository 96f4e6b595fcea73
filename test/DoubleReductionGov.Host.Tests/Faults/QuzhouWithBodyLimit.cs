using DoubleReductionGov.Host.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleReductionGov.Host.Faults;

/// <summary>The demonstration city on a test server that says, as Kestrel does, how large a body may be.</summary>
public sealed class QuzhouWithBodyLimit(DemonstrationTemplate template) : IAsyncLifetime
{
    public const int Limit = 1024 * 1024;

    public HostApplication Application { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Application = new ApplicationWithBodyLimit(await template.CopyAsync());

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Application.Database.DisposeAsync();
    }

    private sealed class ApplicationWithBodyLimit(TestDatabase database) : HostApplication(database)
    {
        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IStartupFilter, BodyLimit>();
    }

    private sealed class BodyLimit : IStartupFilter, IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, after) =>
            {
                context.Features.Set<IHttpMaxRequestBodySizeFeature>(new BodyLimit { MaxRequestBodySize = Limit });
                return after(context);
            });
            next(app);
        };
    }
}
