using System.Reflection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.MultiTenancy
{
    /// <summary>The item is the same for all tenants.</summary>
    [AttributeUsage(AttributeTargets.All)]
    public class IgnoreMultiTenancyAttribute : Attribute;
}

namespace Volo.Abp.Caching
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct)]
    public class CacheNameAttribute(string name) : Attribute
    {
        private const string Suffix = "CacheItem";

        public string Name { get; } = Check.NotNull(name, nameof(name));

        public static string GetCacheName<TCacheItem>() => GetCacheName(typeof(TCacheItem));

        public static string GetCacheName(Type cacheItemType)
        {
            if (cacheItemType.GetCustomAttribute<CacheNameAttribute>(true) is { } attribute)
            {
                return attribute.Name;
            }

            var name = cacheItemType.FullName!;
            return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        }
    }

    public class AbpDistributedCacheOptions
    {
        public string KeyPrefix { get; set; } = "";

        public DistributedCacheEntryOptions GlobalCacheEntryOptions { get; set; } = new() { SlidingExpiration = TimeSpan.FromMinutes(20) };
    }

    /// <summary>Items of one kind, found by a text.</summary>
    public interface IDistributedCache<TCacheItem> : IDistributedCache<TCacheItem, string> where TCacheItem : class;

    /// <summary>
    /// Items of one kind, kept apart by tenant. With <c>considerUow</c> what is written counts inside the unit of work at once and outside only
    /// when it has committed. An item is kept for its expiration from when it was written, also where that is called sliding.
    /// </summary>
    public interface IDistributedCache<TCacheItem, TCacheKey> where TCacheItem : class
    {
        Task<TCacheItem?> GetAsync(TCacheKey key, bool? hideErrors = null, bool considerUow = false, CancellationToken token = default);

        Task<TCacheItem?> GetOrAddAsync(
            TCacheKey key, Func<Task<TCacheItem>> factory, Func<DistributedCacheEntryOptions>? optionsFactory = null, bool? hideErrors = null,
            bool considerUow = false, CancellationToken token = default);

        Task SetAsync(
            TCacheKey key, TCacheItem value, DistributedCacheEntryOptions? options = null, bool? hideErrors = null, bool considerUow = false,
            CancellationToken token = default);

        Task RemoveAsync(TCacheKey key, bool? hideErrors = null, bool considerUow = false, CancellationToken token = default);
    }

    internal class DistributedCache<TCacheItem, TCacheKey>(
        HybridCache cache, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IOptions<AbpDistributedCacheOptions> options)
        : IDistributedCache<TCacheItem, TCacheKey>
        where TCacheItem : class
    {
        private static readonly string CacheName = CacheNameAttribute.GetCacheName<TCacheItem>();
        private static readonly bool IsOfAllTenants = typeof(TCacheItem).IsDefined(typeof(IgnoreMultiTenancyAttribute), true);
        private static readonly HybridCacheEntryOptions OnlyIfKept = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData };

        public async Task<TCacheItem?> GetAsync(TCacheKey key, bool? hideErrors = null, bool considerUow = false, CancellationToken token = default)
        {
            var fullKey = KeyOf(key);
            return WrittenIn(considerUow)?.TryGetValue(fullKey, out var written) == true
                ? (TCacheItem?)written
                : await cache.GetOrCreateAsync<TCacheItem?>(fullKey, _ => ValueTask.FromResult<TCacheItem?>(null), OnlyIfKept, cancellationToken: token);
        }

        public async Task<TCacheItem?> GetOrAddAsync(
            TCacheKey key, Func<Task<TCacheItem>> factory, Func<DistributedCacheEntryOptions>? optionsFactory = null, bool? hideErrors = null,
            bool considerUow = false, CancellationToken token = default)
        {
            var fullKey = KeyOf(key);
            if (WrittenIn(considerUow) is not { } writtenItems)
            {
                return await cache.GetOrCreateAsync(fullKey, async _ => await factory(), OptionsOf(optionsFactory?.Invoke()), cancellationToken: token);
            }

            if (await GetAsync(key, hideErrors, considerUow, token) is { } found)
            {
                return found;
            }

            var made = await factory();
            writtenItems[fullKey] = made;
            OnCommit(() => cache.SetAsync(fullKey, made, OptionsOf(optionsFactory?.Invoke())));
            return made;
        }

        public async Task SetAsync(
            TCacheKey key, TCacheItem value, DistributedCacheEntryOptions? options = null, bool? hideErrors = null, bool considerUow = false,
            CancellationToken token = default)
        {
            var fullKey = KeyOf(key);
            if (WrittenIn(considerUow) is not { } written)
            {
                await cache.SetAsync(fullKey, value, OptionsOf(options), cancellationToken: token);
                return;
            }

            written[fullKey] = value;
            OnCommit(() => cache.SetAsync(fullKey, value, OptionsOf(options)));
        }

        public async Task RemoveAsync(TCacheKey key, bool? hideErrors = null, bool considerUow = false, CancellationToken token = default)
        {
            var fullKey = KeyOf(key);
            if (WrittenIn(considerUow) is not { } written)
            {
                await cache.RemoveAsync(fullKey, token);
                return;
            }

            written[fullKey] = null;
            OnCommit(() => cache.RemoveAsync(fullKey));
        }

        private string KeyOf(TCacheKey key)
        {
            var name = $"c:{CacheName},k:{options.Value.KeyPrefix}{key}";
            return currentTenant.Id is { } tenantId && !IsOfAllTenants ? $"t:{tenantId},{name}" : name;
        }

        private HybridCacheEntryOptions OptionsOf(DistributedCacheEntryOptions? entry)
        {
            entry ??= options.Value.GlobalCacheEntryOptions;
            return new HybridCacheEntryOptions { Expiration = entry.AbsoluteExpirationRelativeToNow ?? entry.SlidingExpiration };
        }

        private Dictionary<string, object?>? WrittenIn(bool considerUow)
        {
            const string Key = "AbpDistributedCache";
            if (!considerUow || unitOfWorkManager.Current is not { } unitOfWork)
            {
                return null;
            }

            unitOfWork.Items.TryAdd(Key, new Dictionary<string, object?>());
            return (Dictionary<string, object?>)unitOfWork.Items[Key];
        }

        private void OnCommit(Func<ValueTask> act) => unitOfWorkManager.Current!.OnCompleted(async () => await act());
    }

    internal sealed class DistributedCache<TCacheItem>(
        HybridCache cache, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IOptions<AbpDistributedCacheOptions> options)
        : DistributedCache<TCacheItem, string>(cache, currentTenant, unitOfWorkManager, options), IDistributedCache<TCacheItem>
        where TCacheItem : class;
}
