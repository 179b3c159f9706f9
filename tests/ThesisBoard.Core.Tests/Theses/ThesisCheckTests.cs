using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Theses;

public sealed class ThesisCheckTests
{
    private static readonly DateOnly Day = new(2026, 3, 17);
    private static readonly (Thesis Thesis, Record Record) Good = Draft(Shipped.Read(Shipped.SampleText));

    public static TheoryData<string, string, Func<Thesis, Thesis>> BadTheses => new()
    {
        { "$.thesis.slug", "not a key", t => t with { Slug = "Cango Pivot" } },
        { "$.thesis.slug", "not a key", t => t with { Slug = "-x" } },
        { "$.thesis.slug", "not a key", t => t with { Slug = new string('x', 65) } },
        { "$.thesis.slug", "not a key", t => t with { Slug = "x\n" } },
        { "$.thesis.title", "empty", t => t with { Title = "  " } },
        { "$.thesis.title", "201 characters", t => t with { Title = new string('x', 201) } },
        { "$.thesis.title", "line break", t => t with { Title = "a\nb" } },
        { "$.thesis.title", "control character", t => t with { Title = "a\u0007b" } },
        { "$.thesis.title", "half a character", t => t with { Title = "a\ud800b" } },
        { "$.thesis.claim", "2,001 characters", t => t with { Claim = new string('x', 2_001) } },
        { "$.thesis.issuer.name", "empty", t => t with { Issuer = t.Issuer with { Name = "" } } },
        { "$.thesis.issuer.cik", "ten digits", t => t with { Issuer = t.Issuer with { Cik = 0 } } },
        { "$.thesis.issuer.filer.fiscalYearEndMonth", "not 13", t => t with { Issuer = t.Issuer with { Filer = new() { FiscalYearEndMonth = 13 } } } },
        { "$.thesis.metrics[1].key", "twice", t => t with { Metrics = [t.Metrics[0], .. t.Metrics] } },
        { "$.thesis.metrics[0].key", "Formulas could not name", t => WithMetric(t, m => m with { Key = "long--term" }) },
        { "$.thesis.metrics[0].formula", "Did you mean 'net-income'", t => WithMetric(t, m => m with { Formula = "net-incone" }) },
        { "$.thesis.metrics[0].formula", "Character", t => WithMetric(t, m => m with { Formula = "cash +" }) },
        { "$.thesis.metrics[0].formula", "only amounts in one unit", t => WithMetric(t, m => m with { Formula = "cash + btc-held" }) },
        { "$.thesis.metrics[0].formula", "gives BTC, but the metric's unit is USD", t => WithMetric(t, m => m with { Formula = "btc-held" }) },
        { "$.thesis.metrics[0].formula", "long-term-debt → net-debt → long-term-debt", t => WithMetric(t, m => m with { Formula = "net-debt" }) },
        { "$.thesis.metrics[0].concepts[0]", "not a concept", t => WithMetric(t, m => m with { Concepts = ["LongTermDebt"] }) },
        { "$.thesis.metrics[0].concepts[0]", "not a concept", t => WithMetric(t, m => m with { Concepts = ["us-gaap:Long Term"] }) },
        { "$.thesis.metrics[0].concepts[0]", "not a concept", t => WithMetric(t, m => m with { Concepts = ["us-gaap:" + new string('x', 300)] }) },
        { "$.thesis.metrics[0].concepts[1]", "named twice", t => WithMetric(t, m => m with { Concepts = ["ifrs-full:Borrowings", "ifrs-full:Borrowings"] }) },
        { "$.thesis.metrics[0].concepts", "at most 30", t => WithMetric(t, m => m with { Concepts = [.. Enumerable.Range(0, 31).Select(i => $"x:c{i}")] }) },
        { "$.thesis.metrics[0].concepts", "never read from a filing", t => WithMetric(t, m => m with { Formula = "cash", Concepts = ["ifrs-full:Borrowings"] }) },
        { "$.thesis.line.legs", "no legs", t => t with { Line = t.Line! with { Legs = [] } } },
        { "$.thesis.line.legs[1]", "Did you mean 'ai-build-out'", t => t with { Line = t.Line! with { Legs = ["debt-reduction", "ai-buildout"] } } },
        { "$.thesis.line.legs[1]", "named twice", t => t with { Line = t.Line! with { Legs = ["debt-reduction", "debt-reduction"] } } },
        { "$.thesis.line.consequence", "empty", t => t with { Line = t.Line! with { Consequence = "" } } },
        { "$.thesis.line.deadline.withLine", "with itself", t => t with { Line = t.Line! with { Deadline = new() { WithLine = true } } } },
        { "$.thesis.line.deadline", "exactly one form", t => t with { Line = t.Line! with { Deadline = new() } } },
        { "$.thesis.line.deadline", "exactly one form", t => t with { Line = t.Line! with { Deadline = new() { Date = Day, Next = 1, After = Day } } } },
        { "$.thesis.line.deadline.after", "both or neither", t => t with { Line = t.Line! with { Deadline = new() { Next = 1 } } } },
        { "$.thesis.line.deadline.next", "1 to 20", t => t with { Line = t.Line! with { Deadline = new() { Next = -1, After = Day } } } },
        { "$.thesis.line.deadline.date", "outside of 1900", t => t with { Line = t.Line! with { Deadline = new() { Date = new(1899, 12, 31) } } } },
        { "$.thesis.line.deadline.reports", "named twice", t => t with { Line = t.Line! with { Deadline = new() { Reports = [new(ReportKind.Annual, Day), new(ReportKind.Annual, Day)] } } } },
        { "$.thesis.criteria[0].contracts", "no contract", t => WithCriterion(t, c => c with { Contracts = [] }) },
        { "$.thesis.criteria[0].contracts[0].version", "must be 1, not 2", t => WithContracts(t, c => [c with { Version = 2 }]) },
        { "$.thesis.criteria[0].contracts[1].version", "must be 2, not 1", t => WithContracts(t, c => [c, c]) },
        { "$.thesis.criteria[0].contracts[1].from", "before the one that it replaces", t => WithContracts(t, c => [c, c with { Version = 2, From = c.From.AddDays(-1) }]) },
        { "$.thesis.criteria[0].contracts[0].question", "empty", t => WithContracts(t, c => [c with { Question = "" }]) },
    };

    public static TheoryData<string, string, Rule> BadRules => new()
    {
        { ".metric", "no metric 'long-term-dept'. Did you mean 'long-term-debt'", new ThresholdRule("long-term-dept", 1, null) },
        { ".metric", "lower or higher is better", new ThresholdRule("btc-price", 1, null) },
        { "", "warning level, a breaking level", new ThresholdRule("cash", null, null) },
        { ".warn", "above the breaking level", new ThresholdRule("cash", 1, 2) },
        { ".warn", "below the breaking level", new ThresholdRule("long-term-debt", 2, 2) },
        { ".warn", "too large", new ThresholdRule("cash", ThesisCheck.AmountLimit, null) },
        { ".break", "more than 8 decimals", new ThresholdRule("cash", null, 0.000000001m) },
        { "", "not both and not neither", new ChangeRule("long-term-debt", Period.At(Day)) },
        { "", "not both and not neither", new ChangeRule("long-term-debt", Period.At(Day), 0.25m, 5) },
        { ".share", "positive share", new ChangeRule("long-term-debt", Period.At(Day), -0.25m) },
        { ".share", "more than its whole", new ChangeRule("long-term-debt", Period.At(Day), 25) },
        { ".amount", "positive amount", new ChangeRule("long-term-debt", Period.At(Day), null, 0) },
        { ".baseline", "outside of 1900", new ChangeRule("long-term-debt", Period.At(new(2999, 1, 1)), 0.25m) },
        { ".periods", "1 to 20", new TrendRule("cash", 0, TrendBase.YearBefore) },
        { ".after", "outside of 1900", new OccurrenceRule("btc-sold", DateOnly.MaxValue) },
        { ".milestones", "No milestone", new MilestonesRule(1, []) },
        { ".milestones[0]", "no milestone", new MilestonesRule(1, ["moon"]) },
        { ".atLeast", "at most 1", new MilestonesRule(2, ["ecohash-platform"]) },
        { "", "three different", new BalanceRule("btc-held", "btc-sold", "btc-sold", 1) },
        { "", "one unit, not BTC and USD", new BalanceRule("btc-held", "btc-produced", "cash", 1) },
        { ".tolerance", "negative", new BalanceRule("btc-held", "btc-produced", "btc-sold", -1) },
        { ".margin", "no metric", new DeliveryRule(["ecohash-platform"], "ai-revenue", "margin-of-ai-computing", "ai-capex") },
        { ".because", "empty", new UnverifiableRule("") },
        { ".parts", "1 to 50 parts", new CompositeRule(Quorum.All, []) },
        { ".parts[0]", "exactly one of the two", new CompositeRule(Quorum.All, [new()]) },
        { ".parts[0]", "exactly one of the two", new CompositeRule(Quorum.All, [new("ai-build-out", new JudgedRule())]) },
        { ".parts[0].criterion", "no criterion", new CompositeRule(Quorum.All, [new("nothing-like-it")]) },
        { ".parts[0].criterion", "part of itself", new CompositeRule(Quorum.All, [new("debt-reduction")]) },
        { ".parts[0].rule.periods", "1 to 20", new CompositeRule(Quorum.All, [new(Rule: new TrendRule("cash", 99, TrendBase.YearBefore))]) },
        { ".least", "at most 1 parts", new CompositeRule(Quorum.AtLeast, [new("ai-build-out")], 2) },
        { ".least", "Leave this out", new CompositeRule(Quorum.Any, [new("ai-build-out")], 1) },
    };

    public static TheoryData<string, string, Func<Record, Record>> BadRecords => new()
    {
        { "$.record.sources[0].url", "http:// or https://", r => WithSource(r, s => s with { Url = new("javascript:alert(1)") }) },
        { "$.record.sources[0].url", "http:// or https://", r => WithSource(r, s => s with { Url = new("file:///etc/passwd") }) },
        { "$.record.sources[0].url", "password", r => WithSource(r, s => s with { Url = new("https://me:secret@example.org/") }) },
        { "$.record.sources[0].accession", "0001104659-25-117521", r => WithSource(r, s => s with { Accession = "12" }) },
        { "$.record.sources[0].extends", "Keep one", r => WithSource(r, s => s with { Report = new(ReportKind.Annual, Day), Extends = new(ReportKind.Annual, Day) }) },
        { "$.record.sources[0].published", "outside of 1900", r => WithSource(r, s => s with { Published = new(DateOnly.MinValue) }) },
        { "$.record.sources[1].key", "twice", r => r with { Sources = [r.Sources[0], .. r.Sources] } },
        { "$.record.observations[0].metric", "no metric", r => WithFigure(r, o => o with { Metric = "profit-of-the-doctor" }) },
        { "$.record.observations[0].metric", "computed by a formula", r => WithFigure(r, o => o with { Metric = "net-debt" }) },
        { "$.record.observations[0].source", "no source", r => WithFigure(r, o => o with { Source = "hearsay" }) },
        { "$.record.observations[0].value", "measured in USD, this figure in MW", r => WithFigure(r, o => o with { Metric = "cash", Value = new(1, Unit.Parse("MW")) }) },
        { "$.record.observations[0].value", "measured in BTC, this figure in USD", r => WithFigure(r, o => o with { Metric = "btc-held", Value = Quantity.Usd(1) }) },
        { "$.record.observations[0].value", "too large", r => WithFigure(r, o => o with { Value = o.Value with { Amount = -ThesisCheck.AmountLimit } }) },
        { "$.record.observations[0].decimals", "-15 and 8", r => WithFigure(r, o => o with { Decimals = 9 }) },
        { "$.record.observations[0].period", "outside of 1900", r => WithFigure(r, o => o with { Period = Period.At(new(20, 1, 1)) }) },
        { "$.record.evidence[0].claim", "empty", r => WithEvidence(r, e => e with { Claim = "" }) },
        { "$.record.evidence[0].claim", "2,001 characters", r => WithEvidence(r, e => e with { Claim = new string('x', 2_001) }) },
        { "$.record.evidence[0].quote", "10,001 characters", r => WithEvidence(r, e => e with { Quote = new string('x', 10_001) }) },
        { "$.record.evidence[0].note", "needs its reason", r => WithEvidence(r, e => e with { Grade = Grade.Press, Note = "" }) },
        { "$.record.evidence[0].stances[0].criterion", "no criterion", r => WithEvidence(r, e => e with { Stances = [new("nothing-like-it", Stance.Context)] }) },
        { "$.record.evidence[0].stances[1].criterion", "two stances", r => WithEvidence(r, e => e with { Stances = [new("further-sales", Stance.Context), new("further-sales", Stance.Supports)] }) },
        { "$.record.evidence[0].search.terms", "1 to 50 terms", r => WithSearch(r, s => s with { Terms = [] }) },
        { "$.record.evidence[0].search.terms[1]", "empty", r => WithSearch(r, s => s with { Terms = ["customer", " "] }) },
        { "$.record.evidence[0].search.documents", "1 to 1,000 documents", r => WithSearch(r, s => s with { Documents = [] }) },
        { "$.record.evidence[0].search.documents[1].hash", "named twice", r => WithSearch(r, s => s with { Documents = [.. s.Documents, .. s.Documents] }) },
        { "$.record.evidence[0].search.by", "empty", r => WithSearch(r, s => s with { By = "" }) },
        { "$.record.evidence[0].anchor.exact", "empty", r => WithEvidence(r, e => e with { Anchor = new(Sha256.Of([]), "") }) },
        { "$.record.proofs[0].milestone", "no milestone", r => r with { Proofs = [new("moon", Element.Customer, r.Evidence[0].Key)] } },
        { "$.record.proofs[0].evidence", "no evidence", r => r with { Proofs = [new("ecohash-platform", Element.Customer, "hearsay-of-the-town")] } },
        { "$.record.proofs[0].amount", "currency", r => r with { Proofs = [new("ecohash-platform", Element.Dollars, r.Evidence[0].Key, Quantity.Btc(1))] } },
        { "$.record.proofs[2]", "already proves", r => r with { Proofs = [.. r.Proofs, r.Proofs[0]] } },
        { "$.record.conflicts[0].sides", "at least two", r => r with { Conflicts = [r.Conflicts[0] with { Sides = [r.Conflicts[0].Sides[0]] }] } },
        { "$.record.conflicts[0].sides[0].source", "no source", r => r with { Conflicts = [r.Conflicts[0] with { Sides = [new("x", "hearsay"), new("y", "article")] }] } },
        { "$.record.conflicts[0].metric", "no metric", r => WithConflict(r, c => c with { Metric = "coins", Period = Period.At(Day) }) },
        { "$.record.conflicts[0].period", "Give both", r => WithConflict(r, c => c with { Metric = "btc-held" }) },
        { "$.record.conflicts[0].metric", "Give both", r => WithConflict(r, c => c with { Period = Period.At(Day) }) },
        { "$.record.conflicts[0].tolerance", "not negative", r => WithConflict(r, c => c with { Tolerance = -1 }) },
        { "$.record.conflicts[0].tolerance", "give two claims theirs", r => WithConflict(r, c => c with { Tolerance = 1 }) },
        { "$.record.judgements[0].reason", "empty", r => r with { Judgements = [Judged with { Reason = " " }] } },
        { "$.record.judgements[0].version", "no version 2", r => r with { Judgements = [Judged with { Version = 2 }] } },
        { "$.record.judgements[0].criterion", "no criterion", r => r with { Judgements = [Judged with { Criterion = "nothing-like-it" }] } },
        { "$.record.judgements[0].evidence[0]", "no evidence", r => r with { Judgements = [Judged with { Evidence = ["hearsay-of-the-town"] }] } },
    };

    private static Record WithConflict(Record record, Func<Conflict, Conflict> change) => record with { Conflicts = [change(record.Conflicts[0])] };

    private static Judgement Judged { get; } = new() { Key = "j", Criterion = "debt-reduction", Version = 1, Standing = Standing.Strained, Reason = "Why", By = "Ada", Published = new(Day) };

    [Theory]
    [MemberData(nameof(BadTheses), DisableDiscoveryEnumeration = true)]
    public void A_thesis_that_breaks_a_rule_is_named_with_its_place(string path, string words, Func<Thesis, Thesis> spoil) =>
        Names(ThesisCheck.Check(spoil(Good.Thesis), Record.Empty), path, words);

    [Theory]
    [MemberData(nameof(BadRules), DisableDiscoveryEnumeration = true)]
    public void A_rule_that_cannot_be_judged_is_named_with_its_place(string path, string words, Rule rule) =>
        Names(ThesisCheck.Check(WithRule(Good.Thesis, rule), Good.Record), "$.thesis.criteria[0].contracts[0].rule" + path, words);

    [Theory]
    [MemberData(nameof(BadRecords), DisableDiscoveryEnumeration = true)]
    public void A_record_that_breaks_a_rule_is_named_with_its_place(string path, string words, Func<Record, Record> spoil) =>
        Names(ThesisCheck.Check(Good.Thesis, spoil(Good.Record)), path, words);

    [Fact]
    public void Everything_is_named_at_once()
    {
        var thesis = WithRule(Good.Thesis, new TrendRule("cash", 0, TrendBase.YearBefore)) with { Title = "", Slug = "?" };
        var record = WithFigure(Good.Record, o => o with { Source = "hearsay", Decimals = 99 });
        Assert.Equal(5, ThesisCheck.Check(thesis, record).Count);
    }

    [Fact]
    public void A_figure_in_another_currency_is_kept_beside_a_currency() =>
        Assert.Empty(ThesisCheck.Check(Good.Thesis, WithFigure(Good.Record, o => o with { Metric = "cash", Value = new(1, Unit.Parse("CNY")) })));

    [Fact]
    public void Criteria_that_wait_for_one_another_are_named_unless_never_in_force_together()
    {
        var circle = WithRule(WithRule(Good.Thesis, new CompositeRule(Quorum.All, [new("ai-build-out")])), new CompositeRule(Quorum.Any, [new(Rule: new CompositeRule(Quorum.None, [new("debt-reduction")]))]), 1);
        Names(ThesisCheck.Check(circle, Good.Record), "$.thesis.criteria[0]", "debt-reduction → ai-build-out → debt-reduction");

        Contract Version(Rule rule, int number) => Good.Thesis.Criteria[0].Contracts[0] with { Rule = rule, Version = number, From = Day.AddDays(number) };
        var apart = Good.Thesis with
        {
            Criteria =
            [
                Good.Thesis.Criteria[0] with { Contracts = [Version(new CompositeRule(Quorum.All, [new("ai-build-out")]), 1), Version(new JudgedRule(), 2)] },
                Good.Thesis.Criteria[1] with { Contracts = [Version(new JudgedRule(), 1), Version(new CompositeRule(Quorum.All, [new("debt-reduction")]), 2)] },
                .. Good.Thesis.Criteria.Skip(2),
            ],
        };
        Assert.Empty(ThesisCheck.Check(apart, Good.Record));
    }

    [Fact]
    public void Rules_nest_eight_deep_and_no_deeper()
    {
        static Rule Nest(int depth) => depth == 1 ? new JudgedRule() : new CompositeRule(Quorum.All, [new(Rule: Nest(depth - 1))]);
        Assert.Empty(ThesisCheck.Check(WithRule(Good.Thesis, Nest(8)), Good.Record));
        Assert.Contains("nest at most 8", Assert.Single(ThesisCheck.Check(WithRule(Good.Thesis, Nest(9)), Good.Record)).Message, StringComparison.Ordinal);
    }

    /// <summary>What is sealed may not be spoiled at all: SealTests.</summary>
    private static (Thesis, Record) Draft((Thesis Thesis, Record Record) shipped) => (shipped.Thesis.AsDraft(), shipped.Record);

    private static void Names(IReadOnlyList<Problem> problems, string path, string words) =>
        Assert.Contains(problems, p => p.Path == path && p.Message.Contains(words, StringComparison.Ordinal));

    private static Thesis WithMetric(Thesis t, Func<Metric, Metric> change) => t with { Metrics = [change(t.Metrics[0]), .. t.Metrics.Skip(1)] };

    private static Thesis WithCriterion(Thesis t, Func<Criterion, Criterion> change, int at = 0) => t with { Criteria = [.. t.Criteria.Select((c, i) => i == at ? change(c) : c)] };

    private static Thesis WithContracts(Thesis t, Func<Contract, IReadOnlyList<Contract>> change) => WithCriterion(t, c => c with { Contracts = change(c.Contracts[0]) });

    private static Thesis WithRule(Thesis t, Rule rule, int at = 0) => WithCriterion(t, c => c with { Contracts = [c.Contracts[0] with { Rule = rule }] }, at);

    private static Record WithSource(Record r, Func<Source, Source> change) => r with { Sources = [change(r.Sources[0]), .. r.Sources.Skip(1)] };

    private static Record WithFigure(Record r, Func<Observation, Observation> change) => r with { Observations = [change(r.Observations[0]), .. r.Observations.Skip(1)] };

    private static Record WithSearch(Record r, Func<NullSearch, NullSearch> change) => WithEvidence(r, e => e with
    {
        Search = change(new(["customer"], [new(Sha256.Of([]), "6-K, EX-99.1")], new(new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc)), "Ann")),
    });

    private static Record WithEvidence(Record r, Func<EvidenceItem, EvidenceItem> change) => r with { Evidence = [change(r.Evidence[0]), .. r.Evidence.Skip(1)] };
}
