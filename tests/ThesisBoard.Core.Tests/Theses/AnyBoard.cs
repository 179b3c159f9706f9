using CsCheck;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Tests.Theses;

/// <summary>Arbitrary boards that keep every rule of <see cref="ThesisCheck"/> and use every field of the file.</summary>
internal static class AnyBoard
{
    private static readonly string[] MetricKeys = ["debt", "income", "held", "mined", "sold"];
    private static readonly string[] CriterionKeys = ["a", "b", "c-3"];
    private static readonly string[] MilestoneKeys = ["site", "platform"];
    private static readonly string[] SourceKeys = ["s1", "s2", "s3"];
    private static readonly string[] EvidenceKeys = ["e1", "e2", "e3"];

    private static readonly Gen<string> Word = OneOf("Debt falls", "−94.5 %", "<script>", "\"quoted\" \\ back", "Zürich 深圳", "😀 coins", "a\u2028b", "x");
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Const(""), Word, Gen.Select(Word, Word, (a, b) => $"{a}\n\t{b}"));
    private static readonly Gen<DateOnly> Date = Gen.Int[0, 109_937].Select(ThesisCheck.FirstDate.AddDays);
    private static readonly Gen<PublishedOn> Published = Date.Select(d => new PublishedOn(d));
    private static readonly Gen<RecordedAt> Recorded = Gen.Select(Date, Gen.Long[0, TimeSpan.TicksPerDay - 1]).Select((d, t) => new RecordedAt(d.ToDateTime(default, DateTimeKind.Utc).AddTicks(t)));
    private static readonly Gen<Period> AnyPeriod = Gen.Select(Date, Gen.Int[0, 400], Gen.Bool).Select((d, days, instant) =>
        instant || d.AddDays(days) > ThesisCheck.LastDate ? Period.At(d) : Period.Between(d, d.AddDays(days)));

    private static readonly Gen<decimal> Amount = Gen.OneOf(
        Gen.Const(0m), Gen.Int.Select(i => (decimal)i), Gen.Long[-99_999_999_999_999, 99_999_999_999_999].Select(l => l / 1_000_000m), Gen.Const(-0.00000001m), Gen.Const(1.500m), Gen.Const(999_999_999_999_999.99999999m));

    private static readonly Gen<Unit> AnyUnit = OneOf("USD", "BTC", "USD/BTC", "1", "EH/s", "1/MW", "A*A/B").Select(Unit.Parse);
    private static readonly Gen<Sha256> Hash = Gen.Byte.Array.Select(b => Sha256.Of(b));
    private static readonly Gen<Grade> AnyGrade = Gen.Enum<Grade>();
    private static readonly Gen<ReportRef> Report = Gen.Select(Gen.Enum<ReportKind>(), Date).Select((k, d) => new ReportRef(k, d));
    private static readonly Gen<string?> Accession = OneOf<string?>(null, "0001104659-25-117521");

    private static readonly Gen<Deadline> AnyDeadline = Gen.OneOf(
        Date.Select(d => new Deadline { Date = d }),
        Report.Array[1, 3].Select(r => new Deadline { Reports = [.. r.Distinct()] }),
        Gen.Select(Gen.Int[1, 20], Date).Select((n, d) => new Deadline { Next = n, After = d }));

    private static readonly Gen<string[]> Steps = OneOf<string[]>(["site"], ["platform", "site"], ["site", "platform"]);

    private static readonly Gen<Rule> Simple = Gen.OneOf<Rule>(
        Gen.Select(Gen.Int[1, 9].Nullable(), Gen.Bool).Select(Rule (warn, only) => new ThresholdRule("income", warn, warn is null ? 0.5m : -1.25m, only)),
        Gen.Select(AnyPeriod, Gen.Int[1, 100], Gen.Bool).Select(Rule (p, n, share) => new ChangeRule("debt", p, share ? n / 100m : null, share ? null : n)),
        Gen.Select(Gen.Int[1, 20], Gen.Enum<TrendBase>()).Select(Rule (n, against) => new TrendRule("debt", n, against)),
        Date.Select(Rule (d) => new OccurrenceRule("sold", d)),
        Steps.Select(Rule (s) => new MilestonesRule(s.Length, s)),
        Gen.Int[0, 5].Select(Rule (n) => new BalanceRule("held", "mined", "sold", n / 4m)),
        Steps.Select(Rule (s) => new DeliveryRule(s, "income", "margin", "debt")),
        Gen.Const<Rule>(new JudgedRule()),
        Word.Select(Rule (w) => new UnverifiableRule(w)));

    private static readonly Gen<Rule> AnyRule = Gen.Recursive<Rule>((depth, inner) => depth >= 3 ? Simple : Gen.OneOf(
        Simple,
        Gen.Select(Gen.Enum<Quorum>(), Gen.Select(inner, Gen.Bool).Select((r, o) => new Part(Rule: r, Optional: o)).Array[1, 3])
            .Select(Rule (q, parts) => new CompositeRule(q, parts, q == Quorum.AtLeast ? parts.Length : 0))));

    private static readonly Gen<Contract> AnyContract =
        Gen.Select(Gen.Select(Date, Word, AnyRule, AnyGrade), Gen.Select(AnyDeadline.Null(), Text, Text, Text)).Select((a, b) => new Contract
        {
            Version = 1, From = a.Item1, Question = a.Item2, Rule = a.Item3, Bar = a.Item4,
            Deadline = b.Item1, Assumption = b.Item2, Settles = b.Item3, Reason = b.Item4,
        });

    private static Gen<Criterion> Criterion(string key) => Gen.Select(Word, Gen.Enum<CriterionGroup>(), AnyContract.Array[1, 3], Gen.Int[0, 3], Recorded).Select((title, group, contracts, sealedOnes, at) => new Criterion
    {
        Key = key, Title = title, Group = group,
        Contracts = [.. contracts.OrderBy(c => c.From).Select((c, i) => c with { Version = i + 1 }).Select(c => c.Version > sealedOnes ? c : Seal.Close(key, c with { Reason = c.Version > 1 ? "why" : c.Reason }, at, title))],
    });

    /// <summary>A thesis that may be active has its legs sealed, and something that could break it.</summary>
    private static readonly Gen<Thesis> Staged = Gen.Select(Gen.Bool, Gen.Bool, Word, Recorded.Array[3].Select(all => all.OrderBy(r => r.Utc).ToArray())).Select((isActive, isEnded, word, at) => new Thesis
    {
        Slug = "stage", Title = word, Issuer = new() { Name = word }, Activated = isActive ? new(at[0], word) : null, Ended = isActive && isEnded ? new(at[2], word, word, word) : null,
        Premortem = isEnded ? [new(word, word, at[0], word, "a"), new(word, word, at[1], word)] : [], Lessons = isActive ? [new(word, at[2], word)] : [],
    });

    private static Criterion Closed(Criterion criterion) => criterion.IsSealed ? criterion : criterion with
    {
        Contracts = [Seal.Close(criterion.Key, criterion.Contracts[0] with { Rule = new JudgedRule() }, new(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)), "Ann"), .. criterion.Contracts.Skip(1)],
    };

    private static Thesis Join(Thesis thesis, Thesis stage) => stage.Activated is not null && thesis.Line is null ? thesis : thesis with
    {
        Activated = stage.Activated,
        Ended = stage.Ended,
        Premortem = stage.Premortem,
        Lessons = stage.Lessons,
        Criteria = stage.Activated is null ? thesis.Criteria : [.. thesis.Criteria.Select(Closed), Doubt],
    };

    private static readonly Criterion Doubt = new()
    {
        Key = "doubt", Title = "Doubt", Group = CriterionGroup.Risks,
        Contracts = [Seal.Close("doubt", new() { Version = 1, From = new(2026, 1, 1), Question = "Is it?", Rule = new OccurrenceRule("sold", new(2026, 1, 1)) }, new(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)), "Ann")],
    };

    private static Gen<Metric> Metric(string key) => Gen.Select(Word, Text).Select((title, note) => new Metric
    {
        Key = key, Title = title, Note = note, Unit = key is "debt" or "income" ? Unit.Usd : Unit.Btc, Formula = null,
        Concepts = key switch { "debt" => ["us-gaap:LongTermDebtNoncurrent", "ifrs-full:LongtermBorrowings"], "held" => ["us-gaap:CryptoAssetNumberOfUnits|*=*:BitcoinMember"], _ => [] },
        Direction = key switch { "debt" => Direction.LowerIsBetter, "income" => Direction.HigherIsBetter, _ => Direction.Neutral },
    });

    private static readonly Gen<Issuer> AnyIssuer = Gen.Select(Word, Gen.Long[1, 9_999_999_999].Nullable(), Gen.Enum<FilerRegime>(), Gen.Enum<FilerStatus>(), Gen.Int[1, 12])
        .Select((name, cik, regime, status, month) => new Issuer
        {
            Name = name, Ticker = month > 6 ? "CANG" : "", Exchange = month > 9 ? "NYSE" : "", Cik = cik,
            Filer = new FilerProfile { Regime = regime, Status = status, FiscalYearEndMonth = month },
        });

    public static Gen<Thesis> Thesis { get; } = Gen.Select(Gen.Select(Word, Text, AnyIssuer, Gen.Bool), AllOf(MetricKeys, Metric), AllOf(CriterionKeys, Criterion), Gen.Select(AnyDeadline, Word).Select((d, w) => new InvalidationLine(["a", "c-3"], d, w)).Null())
        .Select((head, metrics, criteria, line) => new Thesis
        {
            Slug = "any-board", Title = head.Item1, Claim = head.Item2, Issuer = head.Item3, IsSample = head.Item4, NeedsReview = head.Item4, Criteria = criteria, Line = line,
            Metrics = [.. metrics, new() { Key = "margin", Title = "Margin", Unit = Unit.One, Formula = "(income - debt) / income" }],
            Milestones = [new("site", head.Item1, head.Item2), new("platform", head.Item1)],
        }).Select(Staged, Join);

    private static Gen<Source> Source(string key) => Gen.Select(
        Gen.Select(Gen.Enum<SourceKind>(), AnyGrade, Word, Published), Gen.Select(Gen.Enum<PublishedBasis>(), Accession, Report.Nullable(), Gen.Bool), Gen.Select(Hash.Nullable(), Text)).Select((a, b, c) => new Source
        {
            Key = key, Kind = a.Item1, Grade = a.Item2, Title = a.Item3, Publisher = a.Item3, Published = a.Item4, PublishedBasis = b.Item1, Accession = b.Item2,
            Report = b.Item4 ? b.Item3 : null, Extends = b.Item4 ? null : b.Item3, Url = b.Item4 ? new Uri("https://example.org/US:CANG/a%20b?page=2#x") : null, Document = c.Item1, Note = c.Item2,
        });

    private static readonly Gen<Withdrawal?> Withdrawn = Gen.Select(Recorded, Word).Select((at, word) => new Withdrawal(at, word, word)).Null();

    private static readonly Gen<Observation> AnyObservation = Gen.Select(
        Gen.Select(OneOf(MetricKeys), AnyPeriod, Amount, OneOf(SourceKeys)), Gen.Select(Published.Nullable(), Gen.Enum<ObservationBasis>(), Gen.Int[-15, 8].Nullable(), Gen.Bool), Gen.Select(Text, Recorded.Nullable(), Gen.Bool, Withdrawn))
        .Select((a, b, c) => new Observation
        {
            Key = "", Metric = a.Item1, Period = a.Item2, Value = new(a.Item3, a.Item1 is not ("debt" or "income") ? Unit.Btc : c.Item3 ? Unit.Parse("CNY") : Unit.Usd), Source = a.Item4,
            Published = b.Item1, Basis = b.Item2, Decimals = b.Item3, Restates = b.Item4, Note = c.Item1, Recorded = c.Item2, Withdrawn = c.Item4,
        });

    private static readonly Gen<NullSearch?> Search = Gen.Select(Word.Array[1, 3], Hash, Recorded).Select((terms, hash, at) => new NullSearch(terms, [new(hash, terms[0])], at, terms[^1])).Null();

    private static Gen<EvidenceItem> Evidence(string key) => Gen.Select(
        Gen.Select(OneOf(SourceKeys), Word, Text, Gen.Enum<Stance>().Array[0, 3]), Gen.Select(AnyGrade.Nullable(), Published.Nullable(), Recorded.Nullable(), Gen.Select(Hash, Word, Text, Accession).Select((h, w, t, a) => new Anchor(h, w, t, t, a, a is null ? null : "EX-99.1")).Null()), Search, Withdrawn).Select((a, b, search, withdrawn) => new EvidenceItem
        {
            Key = key, Source = a.Item1, Claim = a.Item2, Quote = a.Item3, Stances = [.. a.Item4.Select((s, i) => new CriterionStance(CriterionKeys[i], s))],
            Grade = b.Item1, Published = b.Item2, Recorded = b.Item3, Anchor = b.Item4, Search = search, Note = b.Item1 is null ? a.Item3 : "why", Withdrawn = withdrawn,
        });

    private static readonly Gen<Proof[]> Proofs = Gen.Select(OneOf(MilestoneKeys), Gen.Enum<Element>(), OneOf(EvidenceKeys), Gen.Select(Amount, AnyUnit).Select((n, u) => new Quantity(n, u)).Nullable())
        .Select((m, e, key, amount) => new Proof(m, e, key, e == Element.Dollars && amount is { } money ? Quantity.Usd(money.Amount) : amount)).Array[0, 6]
        .Select(all => all.DistinctBy(p => (p.Milestone, p.Element, p.Evidence)).ToArray());

    private static readonly Gen<Conflict> AnyConflict = Gen.Select(
        Word, Gen.Select(Word, OneOf(SourceKeys), Amount.Nullable()).Select((w, s, v) => new ConflictSide(w, s, v is { } amount ? Quantity.Usd(amount) : null)).Array[2, 3], OneOf(MetricKeys), AnyPeriod, Gen.Bool)
        .Select((topic, sides, metric, period, isFigure) => new Conflict("", topic, sides)
        {
            Metric = isFigure ? metric : null, Period = isFigure ? period : null, Tolerance = sides.Count(s => s.Value is not null) > 1 ? 0.5m : null,
        });

    private static readonly Gen<Judgement> AnyJudgement = Gen.Select(OneOf(CriterionKeys), Gen.Enum<Standing>(), Word, Published, OneOf<string[]>([], ["e2"], ["e3", "e1"])).Select((c, s, w, p, e) => new Judgement
    {
        Key = "", Criterion = c, Version = 1, Standing = s, Reason = w, By = w, Published = p, Evidence = e,
    });

    public static Gen<Record> Record { get; } = Gen.Select(
        Gen.Select(AllOf(SourceKeys, Source), AnyObservation.Array[0, 12], AllOf(EvidenceKeys, Evidence)), Gen.Select(Proofs, AnyConflict.Array[0, 3], AnyJudgement.Array[0, 3])).Select((a, b) => new Record
        {
            Sources = a.Item1, Observations = [.. a.Item2.Select((o, i) => o with { Key = $"o{i:00}" })], Evidence = a.Item3,
            Proofs = [.. b.Item1.OrderBy(p => p.Milestone, StringComparer.Ordinal).ThenBy(p => p.Element).ThenBy(p => p.Evidence, StringComparer.Ordinal)],
            Conflicts = [.. b.Item2.Select((c, i) => c with { Key = $"c{i}" })], Judgements = [.. b.Item3.Select((j, i) => j with { Key = $"j{i}" })],
        });

    /// <summary>One of the given values.</summary>
    public static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Gen<T[]> AllOf<T>(string[] keys, Func<string, Gen<T>> item) =>
        keys.Select(item).Aggregate(Gen.Const(Array.Empty<T>()), (all, one) => Gen.Select(all, one, (list, next) => (T[])[.. list, next]));
}
