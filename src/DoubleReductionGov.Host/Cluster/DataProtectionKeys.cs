using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using DoubleReductionGov.Host.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace DoubleReductionGov.Host.Cluster;

/// <summary>A key that protects cookies and tokens, as the framework writes it; encrypted where a certificate is configured.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; set; }

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";
}

internal sealed class DataProtectionDbContext(DbContextOptions<DataProtectionDbContext> options) : DbContext(options)
{
    public DbSet<DataProtectionKey> Keys => Set<DataProtectionKey>();

    public static DataProtectionDbContext Open(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<DataProtectionDbContext>();
        return new DataProtectionDbContext(
            (DatabaseProvider.IsPostgres(connectionString) ? builder.UseNpgsql(connectionString) : builder.UseSqlite(connectionString)).Options);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ConfigureDataProtectionKeys();
}

/// <summary>The framework asks at the first cookie and then once a day, and does not ask asynchronously.</summary>
internal sealed class DataProtectionKeyRepository(string connectionString) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = DataProtectionDbContext.Open(connectionString);
        return [.. context.Keys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = DataProtectionDbContext.Open(connectionString);
        context.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}

/// <summary>The certificate that encrypts the keys, and the one before it, with which older keys can still be read.</summary>
internal sealed class DataProtectionKeyOptions
{
    /// <summary>A PKCS #12 file with its private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    public string? PreviousCertificatePath { get; set; }

    public string? PreviousCertificatePassword { get; set; }
}

internal static class DataProtectionSetup
{
    private const string ApplicationName = "DoubleReductionGov";

    public static void ConfigureDataProtectionKeys(this ModelBuilder builder) =>
        builder.Entity<DataProtectionKey>(b =>
        {
            b.ToTable("DataProtectionKeys");
            b.Property(x => x.FriendlyName).HasMaxLength(256);
        });

    public static void AddDatabaseDataProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("DataProtection").Get<DataProtectionKeyOptions>() ?? new DataProtectionKeyOptions();
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName);
        services.Configure<KeyManagementOptions>(management => management.XmlRepository = new DataProtectionKeyRepository(configuration.GetConnectionString("Default")!));
        if (options.CertificatePath is not null)
        {
            protection.ProtectKeysWithCertificate(Load(options.CertificatePath, options.CertificatePassword));
        }

        var readable = new[] { (options.CertificatePath, options.CertificatePassword), (options.PreviousCertificatePath, options.PreviousCertificatePassword) };
        protection.UnprotectKeysWithAnyCertificate([.. readable.Where(c => c.Item1 is not null).Select(c => Load(c.Item1!, c.Item2))]);
    }

    /// <summary>Whoever reads the database could forge every cookie.</summary>
    public static void WarnOfOpenKeys(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment() && DatabaseProvider.IsPostgres(configuration.GetConnectionString("Default") ?? "")
            && string.IsNullOrEmpty(configuration["DataProtection:CertificatePath"]))
        {
            services.GetRequiredService<ILogger<DataProtectionKeyRepository>>().LogWarning(
                "The keys of cookies and tokens lie unencrypted in the database. Configure DataProtection:CertificatePath and DataProtection:CertificatePassword.");
        }
    }

    private static X509Certificate2 Load(string path, string? password) => X509CertificateLoader.LoadPkcs12FromFile(path, password);
}
