using System.Reflection;
using Volo.Abp.AspNetCore.Mvc.Conventions;

namespace Volo.Abp.AspNetCore.Mvc
{
    public class AbpAspNetCoreMvcOptions
    {
        public AbpConventionalControllerOptions ConventionalControllers { get; } = new();

        public bool AutoModelValidation { get; set; } = true;
    }
}

namespace Volo.Abp.AspNetCore.Mvc.Conventions
{
    public class AbpConventionalControllerOptions
    {
        public ConventionalControllerSettingList ConventionalControllerSettings { get; } = [];

        /// <summary>Offers the application services of an assembly over HTTP.</summary>
        public AbpConventionalControllerOptions Create(Assembly assembly, Action<ConventionalControllerSetting>? optionsAction = null)
        {
            var setting = new ConventionalControllerSetting(assembly, "app");
            optionsAction?.Invoke(setting);
            setting.Initialize();
            ConventionalControllerSettings.Add(setting);
            return this;
        }
    }

    public class ConventionalControllerSettingList : List<ConventionalControllerSetting>
    {
        public ConventionalControllerSetting? GetSettingOrNull(Type controllerType) => Find(s => s.ControllerTypes.Contains(controllerType));
    }

    public class ConventionalControllerSetting(Assembly assembly, string rootPath)
    {
        public Assembly Assembly { get; } = assembly;

        public HashSet<Type> ControllerTypes { get; } = [];

        public string RootPath { get; set; } = rootPath;

        public Func<Type, bool>? TypePredicate { get; set; }

        internal void Initialize()
        {
            foreach (var type in Assembly.GetTypes().Where(IsRemoteService).Where(t => TypePredicate?.Invoke(t) ?? true))
            {
                ControllerTypes.Add(type);
            }
        }

        private static bool IsRemoteService(Type type) =>
            type is { IsPublic: true, IsClass: true, IsAbstract: false, IsGenericType: false }
            && typeof(IRemoteService).IsAssignableFrom(type)
            && type.GetCustomAttribute<RemoteServiceAttribute>(true) is not { IsEnabled: false }
            && !type.IsDefined(typeof(IntegrationServiceAttribute), true);
    }
}
