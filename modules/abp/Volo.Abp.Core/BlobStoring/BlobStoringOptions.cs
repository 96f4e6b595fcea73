using Volo.Abp.BlobStoring.FileSystem;

namespace Volo.Abp.BlobStoring
{
    public class AbpBlobStoringOptions
    {
        public BlobContainerConfigurations Containers { get; } = new();
    }

    /// <summary>How each container keeps its files; one that is not configured does as the default.</summary>
    public class BlobContainerConfigurations
    {
        private readonly BlobContainerConfiguration _default = new();
        private readonly Dictionary<string, BlobContainerConfiguration> _containers = [];

        public BlobContainerConfigurations Configure<TContainer>(Action<BlobContainerConfiguration> configureAction) =>
            Configure(BlobContainerNameAttribute.GetContainerName<TContainer>(), configureAction);

        public BlobContainerConfigurations Configure(string name, Action<BlobContainerConfiguration> configureAction)
        {
            if (!_containers.TryGetValue(name, out var configuration))
            {
                _containers[name] = configuration = new BlobContainerConfiguration(_default);
            }

            configureAction(configuration);
            return this;
        }

        public BlobContainerConfigurations ConfigureDefault(Action<BlobContainerConfiguration> configureAction)
        {
            configureAction(_default);
            return this;
        }

        public BlobContainerConfiguration GetConfiguration<TContainer>() => GetConfiguration(BlobContainerNameAttribute.GetContainerName<TContainer>());

        public BlobContainerConfiguration GetConfiguration(string name) => _containers.GetValueOrDefault(name, _default);
    }

    public class BlobContainerConfiguration(BlobContainerConfiguration? fallbackConfiguration = null)
    {
        private readonly Dictionary<string, object> _properties = [];
        private Type? _providerType;

        public Type? ProviderType
        {
            get => _providerType ?? fallbackConfiguration?.ProviderType;
            set => _providerType = value;
        }

        /// <summary>False: all tenants and the host share one container.</summary>
        public bool IsMultiTenant { get; set; } = true;

        public T? GetConfigurationOrDefault<T>(string name, T? defaultValue = default) => (T?)GetConfigurationOrNull(name, defaultValue);

        public object? GetConfigurationOrNull(string name, object? defaultValue = null) =>
            _properties.TryGetValue(name, out var value) ? value : fallbackConfiguration?.GetConfigurationOrNull(name, defaultValue) ?? defaultValue;

        public BlobContainerConfiguration SetConfiguration(string name, object value)
        {
            _properties[name] = value;
            return this;
        }
    }
}

namespace Volo.Abp.BlobStoring.FileSystem
{
    public class FileSystemBlobProviderConfiguration(BlobContainerConfiguration containerConfiguration)
    {
        private const string BasePathName = "FileSystem.BasePath";
        private const string AppendName = "FileSystem.AppendContainerNameToBasePath";

        public string BasePath
        {
            get => containerConfiguration.GetConfigurationOrDefault<string>(BasePathName)
                ?? throw new AbpException("The folder of a blob container on the file system is not configured.");
            set => containerConfiguration.SetConfiguration(BasePathName, Check.NotNullOrWhiteSpace(value, nameof(value)));
        }

        public bool AppendContainerNameToBasePath
        {
            get => containerConfiguration.GetConfigurationOrDefault(AppendName, true);
            set => containerConfiguration.SetConfiguration(AppendName, value);
        }
    }

    public static class FileSystemBlobContainerConfigurationExtensions
    {
        public static FileSystemBlobProviderConfiguration GetFileSystemConfiguration(this BlobContainerConfiguration containerConfiguration) => new(containerConfiguration);

        public static BlobContainerConfiguration UseFileSystem(
            this BlobContainerConfiguration containerConfiguration, Action<FileSystemBlobProviderConfiguration> fileSystemConfigureAction)
        {
            containerConfiguration.ProviderType = typeof(FileSystemBlobProvider);
            fileSystemConfigureAction(new FileSystemBlobProviderConfiguration(containerConfiguration));
            return containerConfiguration;
        }
    }
}
