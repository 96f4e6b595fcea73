namespace Volo.Abp
{
    public class ApplicationInitializationContext(IServiceProvider serviceProvider)
    {
        public IServiceProvider ServiceProvider { get; } = serviceProvider;
    }

    public class ApplicationShutdownContext(IServiceProvider serviceProvider)
    {
        public IServiceProvider ServiceProvider { get; } = serviceProvider;
    }

    public interface IOnApplicationInitialization
    {
        Task OnApplicationInitializationAsync(ApplicationInitializationContext context);

        void OnApplicationInitialization(ApplicationInitializationContext context);
    }

    public interface IOnApplicationShutdown
    {
        Task OnApplicationShutdownAsync(ApplicationShutdownContext context);

        void OnApplicationShutdown(ApplicationShutdownContext context);
    }
}

namespace Volo.Abp.Modularity
{
    public interface IOnPreApplicationInitialization
    {
        Task OnPreApplicationInitializationAsync(ApplicationInitializationContext context);

        void OnPreApplicationInitialization(ApplicationInitializationContext context);
    }

    public interface IOnPostApplicationInitialization
    {
        Task OnPostApplicationInitializationAsync(ApplicationInitializationContext context);

        void OnPostApplicationInitialization(ApplicationInitializationContext context);
    }
}
