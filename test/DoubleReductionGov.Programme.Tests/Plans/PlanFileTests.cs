using System.Text;

namespace DoubleReductionGov.Programme.Plans;

public class PlanFileTests
{
    private static readonly PlanFileContext City = Cast.CityPeople.ToContext([Cast.Kecheng, Cast.Qujiang]);

    // Line numbers in the tests below count from the first line of this text.
    private const string Good = """
        code: quzhou-2021
        title: 衢州市“双减”工作方案
        year: 2021
        document: 衢教〔2021〕1号
        start: 2021-09-01
        due: 2025-12-31
        sections:
          - title: 校内减负提质
            tasks:
              - number: "1"
                title: 压减作业总量
                source: Q§1
                lead: EDU
                support: [FIN]
                person: 李督导
                start: 2021-09-01
                due: 2022-06-30
                weight: 60
                after: ["2"]
                measure: {kind: evidence, text: 制度文件}
                steps:
                  - {number: "1.1", title: 制定办法, start: 2021-09-01, due: 2021-10-31, weight: 40}
                  - {number: "1.2", title: 落实办法, start: 2021-11-01, due: 2022-06-30, weight: 60, after: ["1.1"]}
          - title: 校外治理
            tasks:
              - number: "2"
                title: 建设社区学习点
                source: Q§2
                lead: FIN
                start: 2021-09-01
                due: 2022-06-30
                weight: 40
                measure: {kind: number, text: 建成数, target: 60, unit: 家, shares: {"330802": 12, "330803": 48}}
        """;

    [Fact]
    public void A_good_file_is_read_whole()
    {
        var (plan, errors) = PlanFileParser.Parse(Good, City);

        errors.ShouldBeEmpty();
        plan!.Code.ShouldBe("quzhou-2021");
        plan.Tasks.Select(t => t.Number).ShouldBe(["1", "2"]);
        plan.Tasks[0].Section.ShouldBe("校内减负提质");
        plan.Tasks[0].Steps[1].After.ShouldBe(["1.1"]);
        plan.Tasks[1].Measure.ShouldBe(new Measure(MeasureKind.Number, "建成数", 60, "家"));
        plan.Tasks[1].Shares!["330803"].ShouldBe(48);
    }

    [Fact]
    public void Steps_take_lead_support_person_and_source_from_their_task()
    {
        var step = PlanFileParser.Parse(Good, City).Plan!.Tasks[0].Steps[0];

        step.Lead.ShouldBe("EDU");
        step.Support.ShouldBe(["FIN"]);
        step.Person.ShouldBe("李督导");
        step.Source.ShouldBe("Q§1");
    }

    [Theory]
    [InlineData("code: quzhou-2021", "code: Quzhou 2021", 1, nameof(PlanFileReason.BadCode))]
    [InlineData("title: 衢州市“双减”工作方案", "titel: x", 2, nameof(PlanFileReason.UnknownKey))]
    [InlineData("year: 2021", "year: 二〇二一", 3, nameof(PlanFileReason.NotAnInteger))]
    [InlineData("year: 2021", "year: 1021", 3, nameof(PlanFileReason.OutOfRange))]
    [InlineData("document: 衢教〔2021〕1号", "document:", 1, nameof(PlanFileReason.MissingKey))]
    [InlineData("start: 2021-09-01\ndue", "start: 2021/9/1\ndue", 5, nameof(PlanFileReason.NotADate))]
    [InlineData("start: 2021-09-01\ndue", "start: 2021-02-29\ndue", 5, nameof(PlanFileReason.NotADate))]
    [InlineData("due: 2025-12-31", "due: 9999-12-31", 6, nameof(PlanFileReason.OutOfRange))]
    [InlineData("title: 压减作业总量", "title: [压减, 总量]", 11, nameof(PlanFileReason.NotText))]
    [InlineData("title: 压减作业总量", "title: \"压\\n减\"", 11, nameof(PlanFileReason.ControlCharacter))]
    [InlineData("lead: EDU", "lead: ABC", 13, nameof(PlanFileReason.UnknownDepartment))]
    [InlineData("support: [FIN]", "support: [FIN, XYZ]", 14, nameof(PlanFileReason.UnknownDepartment))]
    [InlineData("support: [FIN]", "support: [EDU]", 14, nameof(PlanFileReason.DepartmentTwice))]
    [InlineData("support: [FIN]", "support: FIN", 14, nameof(PlanFileReason.NotAList))]
    [InlineData("person: 李督导", "person: 王会计", 15, nameof(PlanFileReason.UnknownPerson))]
    [InlineData("due: 2022-06-30\n        weight: 60", "due: 2021-08-30\n        weight: 60", 17, nameof(PlanFileReason.DueBeforeStart))]
    [InlineData("due: 2022-06-30\n        weight: 60", "due: 2026-01-01\n        weight: 60", 17, nameof(PlanFileReason.DatesOutsideParent))]
    [InlineData("weight: 60\n", "weight: 0\n", 18, nameof(PlanFileReason.OutOfRange))]
    [InlineData("weight: 60\n", "weight: 59\n", 1, nameof(PlanFileReason.WeightsDoNotAddUp))]
    [InlineData("after: [\"2\"]", "after: [\"7\"]", 19, nameof(PlanFileReason.UnknownPredecessor))]
    [InlineData("{kind: evidence, text: 制度文件}", "{kind: paper, text: 制度文件}", 20, nameof(PlanFileReason.UnknownMeasureKind))]
    [InlineData("{kind: evidence, text: 制度文件}", "{kind: evidence, text: 制度文件, target: 3}", 20, nameof(PlanFileReason.KeyNotForEvidence))]
    [InlineData("{kind: evidence, text: 制度文件}", "{kind: evidence}", 20, nameof(PlanFileReason.MissingKey))]
    [InlineData("due: 2021-10-31", "due: 2022-07-31", 22, nameof(PlanFileReason.DatesOutsideParent))]
    [InlineData("weight: 40}", "weight: 39}", 22, nameof(PlanFileReason.WeightsDoNotAddUp))]
    [InlineData("number: \"1.2\"", "number: \"1.1\"", 23, nameof(PlanFileReason.DuplicateNumber))]
    [InlineData("number: \"2\"", "number: 2/3", 26, nameof(PlanFileReason.BadNumber))]
    [InlineData("target: 60", "target: 60.005", 33, nameof(PlanFileReason.NotAFigure))]
    [InlineData("target: 60", "target: -60", 33, nameof(PlanFileReason.NotAFigure))]
    [InlineData("target: 60", "target: 61", 33, nameof(PlanFileReason.SharesDoNotAddUp))]
    [InlineData("\"330803\": 48", "\"339999\": 48", 33, nameof(PlanFileReason.UnknownCounty))]
    public void A_mistake_is_reported_with_its_line(string correct, string mistaken, int line, string reason)
    {
        Good.ShouldContain(correct);

        var (plan, errors) = PlanFileParser.Parse(Good.Replace(correct, mistaken, StringComparison.Ordinal), City);

        plan.ShouldBeNull();
        errors.Select(e => (e.Line, e.Reason.ToString())).ShouldContain((line, reason));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_in_the_order_of_lines()
    {
        var text = Good.Replace("year: 2021", "year: x", StringComparison.Ordinal)
            .Replace("lead: EDU", "lead: ABC", StringComparison.Ordinal)
            .Replace("kind: number", "kind: numbers", StringComparison.Ordinal);

        var errors = PlanFileParser.Parse(text, City).Errors;

        errors.Select(e => (e.Line, e.Reason)).ShouldBe([
            (3, PlanFileReason.NotAnInteger), (13, PlanFileReason.UnknownDepartment), (33, PlanFileReason.UnknownMeasureKind)]);
    }

    [Fact]
    public void A_draft_may_lack_what_only_approval_asks_for()
    {
        var text = Good.Replace("        person: 李督导\n", "", StringComparison.Ordinal)
            .Replace("        lead: FIN\n", "", StringComparison.Ordinal)
            .Replace("        measure: {kind: evidence, text: 制度文件}\n", "", StringComparison.Ordinal);

        var (plan, errors) = PlanFileParser.Parse(text, City);

        errors.ShouldBeEmpty();
        plan!.Tasks[0].Measure.ShouldBeNull();
        plan.Tasks[1].Lead.ShouldBeNull();
    }

    [Theory]
    [InlineData("after: [\"2\"]", "after: [\"1\"]", "1 → 1")]
    [InlineData("weight: 40}", "weight: 40, after: [\"1.2\"]}", "1.1 → 1.2 → 1.1")]
    [InlineData("weight: 40}", "weight: 40, after: [\"1\"]}", "1 → 1.1 → 1")]
    public void Items_that_wait_for_each_other_are_found(string correct, string mistaken, string cycle)
    {
        var errors = PlanFileParser.Parse(Good.Replace(correct, mistaken, StringComparison.Ordinal), City).Errors;

        var error = errors.ShouldHaveSingleItem();
        error.Reason.ShouldBe(PlanFileReason.PredecessorCycle);
        error.Arguments[0].ShouldBe(cycle);
    }

    [Fact]
    public void A_broken_file_says_where_reading_stopped()
    {
        var error = PlanFileParser.Parse(Good.Replace("year: 2021", "year: [2021", StringComparison.Ordinal), City).Errors.ShouldHaveSingleItem();

        error.Reason.ShouldBe(PlanFileReason.NotYaml);
        error.Line.ShouldBeInRange(3, 5);
    }

    [Theory]
    [InlineData("", nameof(PlanFileReason.Empty))]
    [InlineData("# nothing", nameof(PlanFileReason.Empty))]
    [InlineData("- a\n- b", nameof(PlanFileReason.NotAMapping))]
    [InlineData("code: a\n---\ncode: b", nameof(PlanFileReason.MoreThanOneDocument))]
    [InlineData("code: &x a\ntitle: *x", nameof(PlanFileReason.AliasNotAllowed))]
    [InlineData("code: a\ncode: b", nameof(PlanFileReason.NotYaml))]
    public void What_is_no_plan_at_all_is_refused_in_one_line(string text, string reason) =>
        PlanFileParser.Parse(text, City).Errors.ShouldHaveSingleItem().Reason.ToString().ShouldBe(reason);

    [Fact]
    public void Endless_nesting_does_no_harm() =>
        PlanFileParser.Parse("code: " + new string('[', 100_000), City).Errors.ShouldHaveSingleItem().Reason.ShouldBe(PlanFileReason.TooDeep);

    [Fact]
    public void A_file_over_a_megabyte_is_not_read() =>
        PlanFileParser.Parse(new byte[PlanFileParser.MaximumBytes + 1], City).Errors.ShouldHaveSingleItem().Reason.ShouldBe(PlanFileReason.TooLarge);

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused() =>
        PlanFileParser.Parse([0x63, 0xC4, 0xE3, 0xBA, 0xC3], City).Errors.ShouldHaveSingleItem().Reason.ShouldBe(PlanFileReason.NotUtf8);

    [Fact]
    public void A_byte_order_mark_is_no_mistake() =>
        PlanFileParser.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)], City).Errors.ShouldBeEmpty();

    [Fact]
    public void A_number_may_stand_without_quotes() =>
        PlanFileParser.Parse(Good.Replace("number: \"2\"", "number: 2", StringComparison.Ordinal), City).Errors.ShouldBeEmpty();

    [Fact]
    public void Two_people_of_one_name_in_a_department_are_not_guessed()
    {
        var context = City with { People = [.. City.People, ("EDU", "李督导")] };

        PlanFileParser.Parse(Good, context).Errors.ShouldAllBe(e => e.Reason == PlanFileReason.AmbiguousPerson);
    }
}
