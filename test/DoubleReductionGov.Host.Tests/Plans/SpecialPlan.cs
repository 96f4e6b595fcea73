using System.Text;

namespace DoubleReductionGov.Host.Plans;

/// <summary>
/// A small plan of the city beside the demonstration's: one task by evidence, one by a number shared out among the counties, one with
/// two steps. It names no person.
/// </summary>
internal sealed record SpecialPlan(string Code)
{
    public const string Title = "衢州市“双减”专项行动方案";
    public const string Notice = "1";
    public const string ModelSchools = "2";
    public const string Advertisements = "3";

    public static readonly string[] Leaves = ["1", "2", "3.1", "3.2"];

    public string Yaml { get; init; } = $$$"""
        code: {{{Code}}}
        title: {{{Title}}}
        year: 2021
        document: 衢双减办〔2021〕9号
        start: 2021-09-01
        due: 2022-12-31
        sections:
          - title: 校内减负提质
            tasks:
              - number: "1"
                title: 印发作业公示办法
                source: 第1条
                lead: EDU
                support: [MSR]
                start: 2021-11-01
                due: 2022-03-31
                weight: 40
                measure: {kind: evidence, text: 印发的办法}
              - number: "2"
                title: 创建作业管理示范校
                source: 第2条
                lead: EDU
                start: 2021-11-01
                due: 2022-06-30
                weight: 30
                measure:
                  {kind: number, text: 通过验收的示范校, target: 60, unit: 所,
                   shares: {"330802": 12, "330803": 10, "330825": 10, "330881": 10, "330822": 10, "330824": 8}}
          - title: 校外治理
            tasks:
              - number: "3"
                title: 清理违规广告
                source: 第3条
                lead: MSR
                support: [EDU]
                start: 2021-11-01
                due: 2022-02-28
                weight: 30
                after: ["1"]
                measure: {kind: evidence, text: 排查台账}
                steps:
                  - {number: "3.1", title: 全面排查, start: 2021-11-01, due: 2021-12-31, weight: 60}
                  - {number: "3.2", title: 依法处置, start: 2021-12-01, due: 2022-02-28, weight: 40, after: ["3.1"]}

        """;

    public byte[] File => Encoding.UTF8.GetBytes(Yaml);

    /// <summary>The file with a mistake where the correct text stands first.</summary>
    public SpecialPlan With(string correct, string mistaken)
    {
        var at = Yaml.IndexOf(correct, StringComparison.Ordinal);
        at.ShouldBePositive(correct);
        return this with { Yaml = Yaml[..at] + mistaken + Yaml[(at + correct.Length)..] };
    }
}
