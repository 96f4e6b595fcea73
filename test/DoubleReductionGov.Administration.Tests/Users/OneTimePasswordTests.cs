namespace DoubleReductionGov.Administration.Users;

public sealed class OneTimePasswordTests
{
    [Fact]
    public void It_has_every_kind_of_character_and_none_that_looks_like_another()
    {
        var passwords = Enumerable.Range(0, 500).Select(_ => OneTimePassword.Create()).ToList();

        passwords.ShouldAllBe(p => p.Length == OneTimePassword.Length && p.Any(char.IsAsciiLetterLower) && p.Any(char.IsAsciiLetterUpper)
            && p.Any(char.IsAsciiDigit) && p.Any(c => !char.IsAsciiLetterOrDigit(c)));
        string.Concat(passwords).IndexOfAny(['0', 'O', '1', 'l', 'I', 'o']).ShouldBe(-1);
        passwords.Distinct().Count().ShouldBe(500);
    }

    [Fact]
    public void It_begins_with_a_letter_so_that_a_spreadsheet_does_not_take_it_for_a_formula() =>
        Enumerable.Range(0, 500).Select(_ => OneTimePassword.Create()[0]).ShouldAllBe(first => char.IsAsciiLetter(first));
}
