using System.Globalization;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Tests.Rules;

/// <summary>A thesis with one criterion under one rule, and a record written figure by figure.</summary>
internal sealed class OneRule(Rule rule, Grade bar = Grade.Press, string? due = null)
{
    private readonly List<Source> sources = [];
    private readonly List<Observation> observations = [];
    private readonly List<EvidenceItem> evidence = [];
    private readonly List<Proof> proofs = [];
    private readonly List<Judgement> judgements = [];

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Period In(string period) => period.Split('/') is [var start, var end] ? Period.Between(Day(start), Day(end)) : Period.At(Day(period));

    public OneRule Figure(string metric, string period, decimal value, string published, Grade grade = Grade.CompanyRelease, string? unit = null, int? decimals = null, bool restates = false)
    {
        observations.Add(new Observation
        {
            Key = $"o{observations.Count}", Metric = metric, Period = In(period), Source = Source(published, grade), Decimals = decimals, Restates = restates,
            Value = new Quantity(value, unit is null ? Metrics.Single(m => m.Key == metric).Unit : Unit.Parse(unit)),
        });
        return this;
    }

    public OneRule Proves(string milestone, Element element, string published, Grade grade = Grade.CompanyRelease)
    {
        evidence.Add(new EvidenceItem { Key = $"e{evidence.Count}", Source = Source(published, grade), Claim = "It is so." });
        proofs.Add(new Proof(milestone, element, evidence[^1].Key));
        return this;
    }

    public OneRule Judged(Standing standing, string on, int version = 1, Grade? cites = null)
    {
        if (cites is { } grade)
            evidence.Add(new EvidenceItem { Key = $"e{evidence.Count}", Source = Source(on, grade), Claim = "It is so." });
        judgements.Add(new Judgement
        {
            Key = $"j{judgements.Count}", Criterion = "asked", Version = version, Standing = standing, Reason = "I read it.", By = "Ada",
            Published = new PublishedOn(Day(on)), Evidence = cites is null ? [] : [evidence[^1].Key],
        });
        return this;
    }

    /// <summary>Withdraws all evidence on file.</summary>
    public OneRule Withdrawing(Withdrawal withdrawal)
    {
        for (var i = 0; i < evidence.Count; i++)
            evidence[i] = evidence[i] with { Withdrawn = withdrawal };
        return this;
    }

    public CriterionState On(string date) => Board(date).Criterion("asked")!;

    public BoardState Board(string date) => Judge.Board(
        new Thesis
        {
            Slug = "one", Title = "One rule", Issuer = new Issuer { Name = "Issuer" }, Metrics = Metrics,
            Milestones = [new Milestone("site", "First site"), new Milestone("cluster", "GPU cluster")],
            Criteria =
            [
                new Criterion
                {
                    Key = "asked", Title = "Asked", Group = CriterionGroup.Watch,
                    Contracts = [new Contract { Version = 1, From = Day("2025-01-01"), Question = "Is it so?", Rule = rule, Bar = bar, Deadline = due is null ? null : new Deadline { Date = Day(due) } }],
                },
            ],
        },
        new Record { Sources = sources, Observations = observations, Evidence = evidence, Proofs = proofs, Judgements = judgements },
        Day(date));

    private static IReadOnlyList<Metric> Metrics { get; } =
    [
        new Metric { Key = "debt", Title = "Long-term debt", Unit = Unit.Usd, Direction = Direction.LowerIsBetter },
        new Metric { Key = "income", Title = "Net income", Unit = Unit.Usd, Direction = Direction.HigherIsBetter },
        new Metric { Key = "interest", Title = "Interest expense", Unit = Unit.Usd, Direction = Direction.LowerIsBetter },
        new Metric { Key = "held", Title = "Bitcoin held", Unit = Unit.Btc },
        new Metric { Key = "produced", Title = "Bitcoin produced", Unit = Unit.Btc },
        new Metric { Key = "sold", Title = "Bitcoin sold", Unit = Unit.Btc },
        new Metric { Key = "revenue", Title = "AI revenue", Unit = Unit.Usd, Direction = Direction.HigherIsBetter },
        new Metric { Key = "cost", Title = "AI cost", Unit = Unit.Usd, Direction = Direction.LowerIsBetter },
        new Metric { Key = "capex", Title = "AI capital spending", Unit = Unit.Usd },
        new Metric { Key = "margin", Title = "AI margin", Unit = Unit.One, Direction = Direction.HigherIsBetter, Formula = "(revenue - cost) / revenue" },
    ];

    private string Source(string published, Grade grade)
    {
        sources.Add(new Source
        {
            Key = $"s{sources.Count}", Kind = SourceKind.Other, Grade = grade, Title = "Source", Publisher = "Publisher", Published = new PublishedOn(Day(published)),
        });
        return sources[^1].Key;
    }
}
