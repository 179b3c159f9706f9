using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Tests.Features.Boards;

/// <summary>A board written by hand, so that what is shown is tested without what is judged.</summary>
internal static class HandMadeBoard
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Due = new(2026, 12, 31);

    public static readonly Source Release = new()
    {
        Key = "q1-results", Kind = SourceKind.PressRelease, Grade = Grade.CompanyRelease, Title = "Results of the first quarter", Publisher = "Newswire",
        Published = new(new(2026, 5, 31)), Url = new Uri("https://example.org/q1"),
    };

    public static readonly Source News = new()
    {
        Key = "march-sale", Kind = SourceKind.News, Grade = Grade.Press, Title = "More coins sold in March", Publisher = "Daily",
        Published = new(new(2026, 4, 10)), PublishedBasis = PublishedBasis.NoLaterThan,
    };

    public static EvidenceState Evidence(string key, string claim, Source source, params CriterionStance[] stances) =>
        new(new EvidenceItem { Key = key, Source = source.Key, Claim = claim, Stances = stances }, source, source.Grade, source.Published);

    public static CriterionState Criterion(
        string key, string title, Standing standing, CriterionGroup group = CriterionGroup.Risks, RuleAnswer? rule = null, Rule? contractRule = null,
        IReadOnlyList<EvidenceState>? evidence = null) => Criterion(evidence ?? [], title, group, key, new()
        {
            Version = 1, From = new(2026, 3, 17), Question = $"Does it hold that {title}?", Rule = contractRule ?? new JudgedRule(), Bar = Grade.CompanyRelease,
            Assumption = $"An assumption about {key}", Settles = $"A filing that settles {key}",
        }, standing, rule);

    private static CriterionState Criterion(
        IReadOnlyList<EvidenceState> evidence, string title, CriterionGroup group, string key, Contract contract, Standing standing, RuleAnswer? rule) => new(
        Index(evidence, new Criterion { Key = key, Title = title, Group = group, Contracts = [contract] }), Today)
        {
            Key = key,
            Title = title,
            Group = group,
            Contract = contract,
            Standing = standing,
            Basis = StandingBasis.Rule,
            Rule = rule ?? Answer(standing, $"The rule on {key} says {standing}.", $"{key} is {standing}"),
            Judgement = null,
            OtherJudgements = [],
            IsProvisional = false,
            Due = standing is Standing.Unknown or Standing.Undisclosed ? Due : null,
            IsDueEstimated = true,
            OverdueDays = standing == Standing.Undisclosed ? 1 : 0,
        };

    public static BoardState State(IReadOnlyList<CriterionState>? criteria = null, string title = "Selling coins is strategy, not survival")
    {
        criteria ??= Nine();
        var legs = criteria.Where(c => c.Group == CriterionGroup.InvalidationLine).ToList();
        var report = new ReportDue(new(ReportKind.HalfYear, new(2026, 6, 30)), "6-K", Due, true, null, "Six months after the half-year");
        return new()
        {
            Thesis = new() { Slug = "miner", Title = title, Issuer = new() { Name = "Miner Inc.", Ticker = "MINE", Exchange = "NYSE" }, IsSample = true, Criteria = [.. criteria.Select(Asked)] },
            AsOf = Today,
            Verdict = Verdict.Strained,
            Reason = new("Debt fell 94.5 %, but 2,000 BTC were sold in March, and nothing shows the build-out", ""),
            Line = legs.Count == 0 ? null : new(legs, Due, true, 39, false, "the sale was survival financing, not strategy"),
            Criteria = criteria,
            Milestones = [],
            Next = new(report, 39, ["ai-build-out"]),
            Findings =
            [
                new(() => new("Coins held", "Two sources give different counts.", [new("3,313.4 BTC", Release, true), new("3,644.7 BTC", News, false)])) { Kind = FindingKind.Conflict },
            ],
            Evidence = [.. criteria.SelectMany(c => c.Supporting.Concat(c.Contradicting).Concat(c.Context)).DistinctBy(e => e.Item.Key)],
            Series = new Dictionary<string, Series> { ["long-term-debt"] = Debt },
            Sources = new Dictionary<string, Source> { [Release.Key] = Release, [News.Key] = News },
        };
    }

    private static Criterion Asked(CriterionState state) => new() { Key = state.Key, Title = state.Title, Group = state.Group, Contracts = [state.Contract] };

    public static BoardView View(BoardState? state = null, BoardQuery? query = null, bool canEdit = false) =>
        new(state ?? State(), History, 7, query ?? new(), Today, canEdit);

    private static readonly StandingHistory History = new(
        [new(new(2026, 3, 17), Verdict.Unproven, "Nothing yet."), new(new(2026, 4, 10), Verdict.Strained, "2,000 BTC sold.")],
        new Dictionary<string, IReadOnlyList<StandingChange>>
        {
            ["debt-reduction"] = [new(new(2026, 3, 17), Standing.Unknown, 1, "No figure."), new(new(2026, 5, 31), Standing.Met, 1, "Fell 94.5 %.")],
        },
        [new(2026, 3, 17), new(2026, 4, 10), new(2026, 5, 31)]);

    private static readonly Series Debt = new(
        new Metric { Key = "long-term-debt", Title = "Long-term debt", Unit = Unit.Usd, Direction = Direction.LowerIsBetter },
        [Figure(new(2025, 12, 31), 557_600_000), Figure(new(2026, 3, 31), 30_600_000)], []);

    private static Figure Figure(DateOnly at, decimal dollars) => new()
    {
        Metric = "long-term-debt", Period = Period.At(at), Value = Quantity.Usd(dollars), Published = Release.Published, Grade = Release.Grade, Origin = FigureOrigin.OnFile,
        Used = [new() { Key = $"debt-{at:yyyy}", Metric = "long-term-debt", Period = Period.At(at), Value = Quantity.Usd(dollars), Source = Release.Key }],
    };

    private static RuleAnswer Answer(Standing standing, string sentence, string clause, string? now = null, string? line = null) =>
        new(() => new(sentence, clause, now, line)) { Standing = standing };

    private static RecordIndex Index(IReadOnlyList<EvidenceState> evidence, Criterion criterion) => new(
        new() { Slug = "miner", Title = "Miner", Issuer = new() { Name = "Miner Inc." }, Criteria = [criterion] },
        new() { Sources = [.. evidence.Select(e => e.Source).DistinctBy(s => s.Key)], Evidence = [.. evidence.Select(e => e.Item)] });

    private static IReadOnlyList<CriterionState> Nine() =>
    [
        Criterion("debt-reduction", "Debt falls materially", Standing.Met, CriterionGroup.InvalidationLine, Answer(Standing.Met, "Long-term debt fell 94.5 %.", "debt fell", "−94.5 %", "−25 %") with
        {
            Progress = 1, Distance = Quantity.Pure(0.695m), Used = Debt.Figures, Metric = "long-term-debt",
        }, new ChangeRule("long-term-debt", Period.At(new(2025, 12, 31)), 0.25m), [Evidence("debt-fell", "Long-term debt fell to $30.6M", Release, new CriterionStance("debt-reduction", Stance.Supports))]),
        Criterion("ai-build-out", "AI build-out is verifiable", Standing.Unknown, CriterionGroup.InvalidationLine, Answer(Standing.Unknown, "No milestone is complete.", "no milestone", "0 of 1", "1 complete") with
        {
            Progress = 0, Distance = Quantity.Pure(-1),
        }, new MilestonesRule(1, ["pilot"])),
        Criterion("further-sales", "No further Bitcoin is sold", Standing.Broken,
            evidence: [Evidence("march-sale", "2,000 BTC sold in March", News, new CriterionStance("further-sales", Stance.Contradicts))]),
        Criterion("ai-capex-guidance", "AI spending is tied to capacity", Standing.Unknown, CriterionGroup.Watch),
        Criterion("ai-execution", "AI has customers and margins", Standing.Undisclosed),
        Criterion("mining-headwinds", "Mining carries itself", Standing.Strained),
        Criterion("interest-easing", "Interest expense eases", Standing.Unknown, CriterionGroup.Watch),
        Criterion("on-chain-check", "The sale can be seen on-chain", Standing.Unverifiable, CriterionGroup.Watch, contractRule: new UnverifiableRule("no addresses are published")),
        Criterion("treasury-balance", "The treasury adds up", Standing.Broken, CriterionGroup.Watch),
    ];
}
