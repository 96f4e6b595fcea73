using DoubleReductionGov.Platform.Sorting;
using Volo.Abp.Validation;

namespace DoubleReductionGov.Platform;

public sealed class SortFieldsTests
{
    private static readonly SortFields<string> Fields = new SortFields<string>().Add("length", t => t.Length).Add("text", t => t);

    [Theory]
    [InlineData(null, "bb,a,ccc")]
    [InlineData("  ", "bb,a,ccc")]
    [InlineData("length", "a,bb,ccc")]
    [InlineData("LENGTH Desc", "ccc,bb,a")]
    [InlineData("text asc", "a,bb,ccc")]
    public void A_list_is_sorted_by_a_named_field(string? sorting, string expected) =>
        string.Join(',', Sort(sorting)).ShouldBe(expected);

    [Theory]
    [InlineData("password")]
    [InlineData("length downwards")]
    [InlineData("length; DROP TABLE x")]
    [InlineData("length desc, text")]
    public void What_is_no_field_is_refused_and_the_fields_are_named(string sorting) =>
        Should.Throw<AbpValidationException>(() => Sort(sorting)).ValidationErrors.Single().ErrorMessage.ShouldBe("Sorting: length, text");

    private static List<string> Sort(string? sorting) =>
        [.. Fields.Sort(new[] { "bb", "a", "ccc" }.AsQueryable(), sorting, byDefault: all => all.OrderBy(_ => 0))];
}
