using CsCheck;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Tests.Judging;

/// <summary>Arbitrary records for one thesis that uses every kind of rule: sensible, contradictory and absurd figures alike.</summary>
internal static class Generated
{
    private static readonly DateOnly Start = new(2025, 1, 1);
    private static readonly string[] Entered = ["debt", "cash", "sold", "produced", "held", "price", "income", "interest", "ai-revenue", "ai-cost", "ai-capex"];

    public static Thesis Thesis { get; } = new()
    {
        Slug = "generated",
        Title = "A thesis with every kind of rule",
        Issuer = new Issuer { Name = "Issuer", Filer = new FilerProfile { Regime = FilerRegime.ForeignPrivateIssuer } },
        Metrics =
        [
            .. Entered.Select(k => new Metric { Key = k, Title = k, Unit = k is "sold" or "produced" or "held" ? Unit.Btc : k == "price" ? Unit.Parse("USD/BTC") : Unit.Usd, Direction = k is "debt" or "interest" ? Direction.LowerIsBetter : Direction.HigherIsBetter }),
            new Metric { Key = "net-debt", Title = "Net debt", Unit = Unit.Usd, Formula = "debt - cash", Direction = Direction.LowerIsBetter },
            new Metric { Key = "value", Title = "Value", Unit = Unit.Usd, Formula = "held * price" },
            new Metric { Key = "ai-margin", Title = "AI margin", Unit = Unit.One, Formula = "(ai-revenue - ai-cost) / ai-revenue" },
        ],
        Milestones = [new Milestone("site", "Site"), new Milestone("cluster", "Cluster")],
        Criteria =
        [
            One("threshold", new ThresholdRule("income", 0, -100)),
            One("derived", new ThresholdRule("net-debt", 10, 100)),
            One("change", new ChangeRule("debt", Period.At(new DateOnly(2025, 3, 31)), Share: 0.25m)),
            One("amount", new ChangeRule("cash", Period.At(new DateOnly(2025, 3, 31)), Amount: 5)),
            One("trend", new TrendRule("interest", 2, TrendBase.PreviousPeriod)),
            One("year", new TrendRule("interest", 1, TrendBase.YearBefore)),
            One("occurrence", new OccurrenceRule("sold", new DateOnly(2025, 6, 30))),
            One("milestones", new MilestonesRule(1, ["site", "cluster"])),
            One("balance", new BalanceRule("held", "produced", "sold", 1)),
            One("delivery", new DeliveryRule(["site"], "ai-revenue", "ai-margin", "ai-capex")),
            One("judged", new JudgedRule()),
            One("never", new UnverifiableRule("no addresses are published")),
            One("all", new CompositeRule(Quorum.All, [new Part("threshold"), new Part(Rule: new ThresholdRule("cash", 1, 0), Optional: true)])),
            One("any", new CompositeRule(Quorum.Any, [new Part("change"), new Part("milestones")])),
            One("none", new CompositeRule(Quorum.None, [new Part("occurrence"), new Part("trend")])),
            One("two", new CompositeRule(Quorum.AtLeast, [new Part("change"), new Part("amount"), new Part("circle")], 2)),
            One("circle", new CompositeRule(Quorum.All, [new Part("two")])),
        ],
        Line = new InvalidationLine(["change", "milestones"], new Deadline { Reports = [new ReportRef(ReportKind.HalfYear, new DateOnly(2025, 6, 30))] }, "the thesis is over"),
    };

    public static Gen<DateOnly> Date { get; } = Gen.Int[0, 800].Select(d => Start.AddDays(d));

    private static readonly Gen<Period> AnyPeriod = Periods(24);

    private static readonly Gen<decimal> Amount = Gen.OneOf(
        Gen.Int[-200, 200].Select(i => (decimal)i), Gen.Const(0m), Gen.Int[0, 1_000_000].Select(i => i / 100m),
        Gen.Const(decimal.MaxValue), Gen.Const(decimal.MinValue), Gen.Const(0.0000000000000000000000000001m));

    private static readonly Gen<Source[]> Sources = Gen.Select(Date, Gen.Int[0, 6]).Select((d, g) => (d, g)).Array[1, 8].Select(all => all.Select((s, i) => new Source
    {
        Key = $"s{i}", Kind = SourceKind.Filing, Grade = (Grade)s.g, Title = $"Source {i}", Publisher = "Publisher", Published = new PublishedOn(s.d),
        Report = s.g == 4 ? new ReportRef(ReportKind.HalfYear, new DateOnly(2025, 6, 30)) : null,
    }).ToArray());

    private static readonly Gen<Observation> AnyObservation = Observations(Gen.Int[0, Entered.Length - 1], AnyPeriod, Amount);

    private static readonly Gen<EvidenceItem> AnyEvidence = Gen.Select(Gen.Int[0, 8], Gen.Int[0, Thesis.Criteria.Count - 1], Gen.Int[0, 2]).Select((source, criterion, stance) => new EvidenceItem
    {
        Key = "", Source = $"s{source}", Claim = "Claim", Stances = [new CriterionStance(Thesis.Criteria[criterion].Key, (Stance)stance)],
    });

    private static readonly Gen<Proof> AnyProof = Gen.Select(Gen.Bool, Gen.Int[0, 6], Gen.Int[0, 8]).Select((site, element, evidence) =>
        new Proof(site ? "site" : "cluster", (Element)element, $"e{evidence}"));

    private static readonly Gen<Judgement> AnyJudgement = Gen.Select(Gen.Int[0, Thesis.Criteria.Count - 1], Gen.Int[1, 2], Gen.Int[0, 5], Date, Gen.Int[0, 8]).Select((criterion, version, standing, date, evidence) => new Judgement
    {
        Key = "", Criterion = Thesis.Criteria[criterion].Key, Version = version, Standing = (Standing)standing, Reason = "Because.", By = "Ada",
        Published = new PublishedOn(date), Evidence = evidence > 4 ? [] : [$"e{evidence}"],
    });

    public static Gen<Record> Record { get; } = Records(AnyObservation.Array[0, 40]);

    /// <summary>Records of a few metrics and months only, so that figures restate, add up to and are left over from one another.</summary>
    public static Gen<Record> DenseRecord { get; } = Gen.Int[2, Entered.Length - 1].SelectMany(last =>
        Records(Observations(Gen.Int[last - 2, last], Periods(7), Gen.Int[-3, 9].Select(i => (decimal)i)).Array[20, 90]));

    private static Gen<Period> Periods(int months) => Gen.Select(Gen.Int[0, months - 1], Gen.Int[0, 5]).Select((month, kind) =>
    {
        var first = Start.AddMonths(month);
        return kind switch
        {
            0 => Period.At(Period.Month(first).End),
            1 or 2 => Period.Month(first),
            3 => Period.Between(first, first.AddMonths(3).AddDays(-1)),
            4 => Period.Between(first, first.AddMonths(6).AddDays(-1)),
            _ => Period.Between(first, first.AddMonths(12).AddDays(-1)),
        };
    });

    private static Gen<Observation> Observations(Gen<int> metrics, Gen<Period> periods, Gen<decimal> amounts) =>
        Gen.Select(metrics, periods, amounts, Gen.Int[0, 8], Gen.Int[0, 9]).Select((metric, period, amount, source, odd) => new Observation
        {
            Key = "", Metric = odd == 9 ? "unheard-of" : Entered[metric], Period = period, Source = $"s{source}", Restates = odd == 8, Decimals = odd == 7 ? 0 : null,
            Value = new Quantity(amount, odd == 6 ? Unit.Parse("CNY") : Thesis.Metrics[metric].Unit),
        });

    private static Gen<Record> Records(Gen<Observation[]> figures) =>
        Gen.Select(Sources, figures, AnyEvidence.Array[0, 9], AnyProof.Array[0, 8], AnyJudgement.Array[0, 5])
        .Select((sources, observations, evidence, proofs, judgements) => new Record
        {
            Sources = sources,
            Observations = [.. observations.Select((o, i) => o with { Key = $"o{i}" })],
            Evidence = [.. evidence.Select((e, i) => e with { Key = $"e{i}" })],
            Proofs = proofs,
            Judgements = [.. judgements.Select((j, i) => j with { Key = $"j{i}" })],
        });

    private static Criterion One(string key, Rule rule) => new()
    {
        Key = key, Title = key, Group = CriterionGroup.Watch,
        Contracts =
        [
            new Contract { Version = 1, From = Start, Question = key + "?", Rule = rule, Deadline = new Deadline { WithLine = true } },
            new Contract { Version = 2, From = Start.AddDays(400), Question = key + "?", Rule = rule, Bar = Grade.CompanyRelease, Reason = "A stronger bar." },
        ],
    };
}
