using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Services;
using Volo.Abp.DependencyInjection;
using Volo.Abp.ObjectMapping;

namespace DoubleReductionGov.Abp.Tests.ObjectMapping;

public sealed class ObjectMapperTests : IAsyncLifetime
{
    private readonly ServiceCollection _services = new();

    public async ValueTask InitializeAsync()
    {
        _services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        await _services.AddApplicationAsync<DomainTestModule>();
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public void A_registered_mapper_is_asked_first()
    {
        _services.AddSingleton<IObjectMapper<Animal, Label>, AnimalToLabel>();
        var label = new Label();

        Mapper().Map<Animal, Label>(new Animal("cat")).Text.ShouldBe("mapper: cat");
        Mapper().Map(new Animal("cat"), label).ShouldBeSameAs(label);
        label.Text.ShouldBe("mapper: cat");
    }

    [Fact]
    public void It_also_maps_each_element_of_a_collection()
    {
        _services.AddSingleton<IObjectMapper<Animal, Label>, AnimalToLabel>();

        Mapper().Map<List<Animal>, List<Label>>([new Animal("cat"), new Animal("dog")]).Select(l => l.Text).ShouldBe(["mapper: cat", "mapper: dog"]);
        Mapper().Map<IEnumerable<Animal>, Label[]>([new Animal("cat")]).ShouldHaveSingleItem().Text.ShouldBe("mapper: cat");
        Mapper().Map<Animal[], IReadOnlyList<Label>>([]).ShouldBeEmpty();
    }

    [Fact]
    public void Else_the_source_maps_itself()
    {
        var label = new Label();

        Mapper().Map<Animal, Label>(new Animal("cat")).Text.ShouldBe("to: cat");
        Mapper().Map(new Animal("cat"), label).Text.ShouldBe("to: cat");
    }

    [Fact]
    public void Else_the_destination_takes_the_source()
    {
        Mapper().Map<string, Label>("cat").Text.ShouldBe("from: cat");
        Mapper().Map("cat", new Label()).Text.ShouldBe("from: cat");
    }

    [Fact]
    public void Else_it_is_left_to_the_provider_and_without_one_nobody_knows_how()
    {
        Should.Throw<NotImplementedException>(() => Mapper().Map<Label, Animal>(new Label())).Message.ShouldContain("IObjectMapper<Label, Animal>");
        Should.Throw<NotImplementedException>(() => Mapper().Map(new Label(), new Animal("x")));

        _services.AddSingleton<IAutoObjectMappingProvider, Provider>();
        Mapper().Map<Label, Animal>(new Label()).Name.ShouldBe("auto");
        Mapper().AutoObjectMappingProvider.ShouldBeOfType<Provider>();
    }

    [Fact]
    public void A_module_may_have_a_provider_of_its_own()
    {
        _services.AddSingleton<IAutoObjectMappingProvider<DomainTestModule>, Provider>();
        using var provider = _services.BuildServiceProvider();

        provider.GetRequiredService<IObjectMapper<DomainTestModule>>().Map<Label, Animal>(new Label()).Name.ShouldBe("auto");
        new MappingService(provider, typeof(DomainTestModule)).Map(new Label()).Name.ShouldBe("auto");
        Should.Throw<NotImplementedException>(() => new MappingService(provider, null).Map(new Label()));
    }

    [Fact]
    public void Nothing_becomes_nothing()
    {
        var label = new Label { Text = "as it was" };

        Mapper().Map<Animal?, Label>(null).ShouldBeNull();
        Mapper().Map<Animal?, Label>(null, label).Text.ShouldBe("as it was");
    }

    private IObjectMapper Mapper() => _services.BuildServiceProvider().GetRequiredService<IObjectMapper>();

    private sealed class Animal(string name) : IMapTo<Label>
    {
        public string Name { get; } = name;

        public Label MapTo() => new() { Text = "to: " + Name };

        public void MapTo(Label destination) => destination.Text = "to: " + Name;
    }

    private sealed class Label : IMapFrom<string>
    {
        public string Text { get; set; } = "";

        public void MapFrom(string source) => Text = "from: " + source;
    }

    private sealed class AnimalToLabel : IObjectMapper<Animal, Label>
    {
        public Label Map(Animal source) => Map(source, new Label());

        public Label Map(Animal source, Label destination)
        {
            destination.Text = "mapper: " + source.Name;
            return destination;
        }
    }

    private sealed class Provider : IAutoObjectMappingProvider<DomainTestModule>
    {
        public TDestination Map<TSource, TDestination>(object source) => (TDestination)(object)new Animal("auto");

        public TDestination Map<TSource, TDestination>(TSource source, TDestination destination) => Map<TSource, TDestination>(source!);
    }

    private sealed class MappingService : ApplicationService
    {
        public MappingService(IServiceProvider services, Type? context)
        {
            LazyServiceProvider = services.GetRequiredService<IAbpLazyServiceProvider>();
            ObjectMapperContext = context;
        }

        public Animal Map(Label label) => ObjectMapper.Map<Label, Animal>(label);
    }
}
