using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Localization;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Abp.Tests.Localization;

public sealed class LocalizationTests : IAsyncLifetime
{
    private ServiceProvider _provider = null!;

    private IStringLocalizerFactory Factory => _provider.GetRequiredService<IStringLocalizerFactory>();

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<LocalizationTests>());
        services.Configure<AbpLocalizationOptions>(options =>
        {
            options.Resources.Add<BaseResource>("en").AddVirtualJson("/Localization/Texts/Base");
            options.Resources.Add<AnimalResource>("zh-Hans").AddVirtualJson("/Localization/Texts/Animals").AddVirtualJson("/Localization/Texts/MoreAnimals").AddBaseTypes(typeof(BaseResource));
            options.Resources.Add<BrokenResource>("en").AddVirtualJson("/Localization/Texts/Broken");
            options.Resources.Add<NamelessResource>("en").AddVirtualJson("/Localization/Texts/Nameless");
            options.DefaultResourceType = typeof(AnimalResource);
            options.Languages.Add(new LanguageInfo("en"));
        });
        await services.AddApplicationAsync<DomainTestModule>();
        _provider = services.BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory]
    [InlineData("en", "Cat", "cat")]
    [InlineData("en-GB", "Dog", "hound")]
    [InlineData("en-GB", "Cat", "cat")]
    [InlineData("zh-CN", "Cat", "猫")]
    [InlineData("fr", "Cat", "猫")]
    [InlineData("en", "OnlyDefault", "马")]
    [InlineData("en", "Plant", "plant")]
    [InlineData("en", "Bird", "bird")]
    public void Culture_then_its_parents_then_the_default_culture_then_base_resources(string culture, string name, string expected)
    {
        In(culture, () => Animals[name]).ShouldSatisfyAllConditions(t => t.Value.ShouldBe(expected), t => t.ResourceNotFound.ShouldBeFalse(), t => t.Name.ShouldBe(name));
    }

    [Fact]
    public void An_unknown_text_is_its_own_name_and_says_so()
    {
        In("en", () => Animals["Unicorn"]).ShouldSatisfyAllConditions(t => t.Value.ShouldBe("Unicorn"), t => t.ResourceNotFound.ShouldBeTrue());
        In("zh-Hans", () => Animals["OnlyEnglish"]).ResourceNotFound.ShouldBeTrue();
        Factory.Create(typeof(string))["Anything"].ResourceNotFound.ShouldBeTrue();
        Factory.Create("base", "location")["Anything"].ResourceNotFound.ShouldBeTrue();
    }

    [Fact]
    public void Arguments_are_put_in()
    {
        In("en", () => Animals["Count", 3, "Ada"]).Value.ShouldBe("3 animals of Ada");
    }

    [Fact]
    public void All_texts_are_those_that_would_be_found()
    {
        var all = In("en-GB", () => Animals.GetAllStrings(true).ToDictionary(t => t.Name, t => t.Value));

        all["Dog"].ShouldBe("hound");
        all["Cat"].ShouldBe("cat");
        all["Plant"].ShouldBe("plant");
        all["OnlyDefault"].ShouldBe("马");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        Should.Throw<AbpException>(() => Factory.Create(typeof(BrokenResource))).Message.ShouldContain("Broken");
        Should.Throw<AbpException>(() => Factory.Create(typeof(NamelessResource))).Message.ShouldContain("Nameless");
    }

    [Fact]
    public void A_resource_is_added_once_and_named_by_attribute_else_by_its_type()
    {
        var resources = _provider.GetRequiredService<IOptions<AbpLocalizationOptions>>().Value.Resources;

        Should.Throw<AbpException>(() => resources.Add<BaseResource>());
        resources["Animals"].ResourceType.ShouldBe(typeof(AnimalResource));
        resources["Animals"].DefaultCultureName.ShouldBe("zh-Hans");
        resources["Animals"].BaseResourceNames.ShouldBe([typeof(BaseResource).FullName!]);
        LocalizationResourceNameAttribute.GetName(typeof(AnimalResource)).ShouldBe(resources["Animals"].ResourceName);
    }

    [Fact]
    public void A_localizable_string_finds_its_text_when_it_is_shown()
    {
        var cat = LocalizableString.Create<AnimalResource>("Cat");

        (cat.ResourceType, cat.Name).ShouldBe((typeof(AnimalResource), "Cat"));
        In("en", () => cat.Localize(Factory)).Value.ShouldBe("cat");
        In("zh-Hans", () => cat.Localize(Factory)).Value.ShouldBe("猫");
        new FixedLocalizableString("same").Localize(Factory).Value.ShouldBe("same");
    }

    [Fact]
    public void A_language_is_called_what_it_calls_itself()
    {
        var plain = new LanguageInfo("en");
        (plain.CultureName, plain.UiCultureName, plain.DisplayName).ShouldBe(("en", "en", "en"));
        var chinese = new LanguageInfo("zh-Hans", "zh-Hans", "简体中文");
        chinese.DisplayName.ShouldBe("简体中文");
    }

    private IStringLocalizer Animals => _provider.GetRequiredService<IStringLocalizer<AnimalResource>>();

    private static T In<T>(string culture, Func<T> read)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [LocalizationResourceName("Animals")]
    public sealed class AnimalResource;

    public sealed class BaseResource;

    public sealed class BrokenResource;

    public sealed class NamelessResource;
}
