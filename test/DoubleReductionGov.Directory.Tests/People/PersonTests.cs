using DoubleReductionGov.Directory.Organisations;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Directory.People;

public sealed class PersonTests
{
    private readonly Organisation _bureau = Cast.EducationBureauOf(Cast.Kecheng);

    [Fact]
    public void A_person_belongs_to_an_organisation_of_the_same_tenant()
    {
        var person = Cast.ZhangOf(_bureau);

        person.TenantId.ShouldBe(Cast.Kecheng);
        person.OrganisationId.ShouldBe(_bureau.Id);
        person.UserId.ShouldBeNull();
    }

    [Fact]
    public void An_organisation_of_another_county_or_of_the_city_does_not_exist_for_a_person_and_nothing_changes()
    {
        var person = Cast.ZhangOf(_bureau);

        foreach (var stranger in new[] { Cast.EducationBureauOf(Cast.Qujiang), Cast.EducationBureauOf(null) })
        {
            Should.Throw<EntityNotFoundException>(() => person.Describe("王强", null, stranger)).Id.ShouldBe(stranger.Id);
        }

        (person.Name, person.Post, person.OrganisationId).ShouldBe(("张敏", "科长", _bureau.Id));
    }

    [Fact]
    public void Blanks_around_name_and_post_are_dropped_and_a_blank_post_is_none()
    {
        var person = Cast.ZhangOf(_bureau);

        person.Describe(" 张敏 ", " 副局长 ", _bureau);
        (person.Name, person.Post).ShouldBe(("张敏", "副局长"));

        person.Describe("张敏", "  ", _bureau);
        person.Post.ShouldBeNull();
    }

    [Fact]
    public void A_name_has_at_most_fifty_characters_and_may_use_rare_ones()
    {
        var person = Cast.ZhangOf(_bureau);

        person.Describe(new string('张', 50), null, _bureau);
        Should.Throw<ArgumentException>(() => person.Describe(new string('张', 51), null, _bureau));
        Should.Throw<ArgumentException>(() => person.Describe(" ", null, _bureau));
        person.Name.ShouldBe(new string('张', 50));

        person.Describe("王㛃𬭳", null, _bureau);
        person.Name.ShouldBe("王㛃𬭳");
    }

    [Fact]
    public void A_person_has_one_account()
    {
        var person = Cast.ZhangOf(_bureau);
        var account = Guid.NewGuid();

        person.LinkAccount(account);
        person.LinkAccount(account);

        Should.Throw<InvalidOperationException>(() => person.LinkAccount(Guid.NewGuid()));
        person.UserId.ShouldBe(account);
    }
}
