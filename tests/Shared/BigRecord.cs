using System.Globalization;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Tests.Shared;

/// <summary>
/// A made-up miner with many sites, the same in every run. Each site has 200 observations over four years, 40 evidence items and 4 criteria,
/// so that N observations come with N/5 evidence items and N/50 criteria.
/// </summary>
internal static class BigRecord
{
    public const int ObservationsASite = 200;
    private const int Months = 48;
    private const int Quarters = Months / 3;
    private const int Restated = ObservationsASite - (3 * Months) - (2 * Quarters);
    private const int EvidenceASite = ObservationsASite / 5;
    private static readonly DateOnly Start = new(2023, 1, 1);

    /// <summary>A day on which everything is known.</summary>
    public static DateOnly AsOf { get; } = Start.AddMonths(Months + 12);

    /// <summary>A thesis and a record with this many observations, a multiple of <see cref="ObservationsASite"/>.</summary>
    public static (Thesis Thesis, Core.Evidence.Record Record) Generate(int observations)
    {
        var sites = Enumerable.Range(0, observations / ObservationsASite).Select(i => new Site($"s{i}", new Random(i))).ToList();
        var thesis = new Thesis
        {
            Slug = "big",
            Title = "A big record",
            Issuer = new() { Name = "Issuer" },
            Metrics = [.. sites.SelectMany(Metrics)],
            Criteria = [.. sites.SelectMany(Criteria)],
            Line = new(["s0-debt-falls", "s0-balance"], new() { Date = AsOf.AddDays(-1) }, "the sites do not carry themselves"),
        };
        var record = new Core.Evidence.Record
        {
            Sources = [.. Enumerable.Range(0, Months).SelectMany(Sources)],
            Observations = [.. sites.SelectMany(Observations)],
            Evidence = [.. sites.SelectMany(Evidence)],
        };
        return (thesis, record);
    }

    /// <summary>A thesis about one metric with a figure a day, each published on its day, under rules that look at the latest of them.</summary>
    public static (Thesis Thesis, Core.Evidence.Record Record) OneMetric(int days)
    {
        var random = new Random(days);
        var first = AsOf.AddDays(-days);
        var thesis = new Thesis
        {
            Slug = "daily",
            Title = "A figure a day",
            Issuer = new() { Name = "Issuer" },
            Metrics =
            [
                new() { Key = "price", Title = "Price", Unit = Unit.Usd, Direction = Direction.HigherIsBetter },
                new() { Key = "half", Title = "Half of it", Unit = Unit.Usd, Direction = Direction.HigherIsBetter, Formula = "price / 2" },
            ],
            Criteria =
            [
                One("level", new ThresholdRule("price", 52_000, 50_000)),
                One("half-level", new ThresholdRule("half", 26_000, 25_000)),
                One("rises", new ChangeRule("price", Period.At(first), Share: 0.01m)),
                One("keeps-rising", new TrendRule("price", 2, TrendBase.PreviousPeriod)),
            ],
        };
        List<DateOnly> dates = [.. Enumerable.Range(0, days).Select(first.AddDays)];
        var record = new Core.Evidence.Record
        {
            Sources = [.. dates.Select((date, i) => Source($"day-{i}", Grade.Press, new(date)))],
            Observations = [.. dates.Select((date, i) => new Observation { Key = $"price-{i}", Metric = "price", Period = Period.At(date), Value = Quantity.Usd(random.Next(49_000, 54_000)), Source = $"day-{i}" })],
        };
        return (thesis, record);
    }

    private static IEnumerable<Metric> Metrics(Site site) =>
    [
        new() { Key = site.Of("held"), Title = $"Held at {site.Key}", Unit = Unit.Btc },
        new() { Key = site.Of("produced"), Title = $"Produced at {site.Key}", Unit = Unit.Btc, Direction = Direction.HigherIsBetter },
        new() { Key = site.Of("sold"), Title = $"Sold from {site.Key}", Unit = Unit.Btc },
        new() { Key = site.Of("debt"), Title = $"Debt on {site.Key}", Unit = Unit.Usd, Direction = Direction.LowerIsBetter },
        new() { Key = site.Of("income"), Title = $"Income of {site.Key}", Unit = Unit.Usd, Direction = Direction.HigherIsBetter },
        new() { Key = site.Of("per-coin"), Title = $"Income a coin of {site.Key}", Unit = Unit.Parse("USD/BTC"), Direction = Direction.HigherIsBetter, Formula = $"{site.Of("income")} / {site.Of("produced")}" },
    ];

    private static IEnumerable<Criterion> Criteria(Site site) =>
    [
        One(site.Of("debt-falls"), new ChangeRule(site.Of("debt"), Period.At(Start.AddMonths(3).AddDays(-1)), Share: 0.25m)),
        One(site.Of("earns"), new ThresholdRule(site.Of("per-coin"), 0, -10_000)),
        One(site.Of("balance"), new BalanceRule(site.Of("held"), site.Of("produced"), site.Of("sold"), 1)),
        One(site.Of("eases"), new CompositeRule(Quorum.Any,
            [new(Rule: new TrendRule(site.Of("income"), 2, TrendBase.YearBefore)), new(site.Of("debt-falls"))])),
    ];

    private static Criterion One(string key, Rule rule) => new()
    {
        Key = key,
        Title = key,
        Group = CriterionGroup.Risks,
        Contracts = [new() { Version = 1, From = Start, Question = $"Does {key} hold?", Rule = rule }],
    };

    /// <summary>An operating update a month, and a quarterly report with the third.</summary>
    private static IEnumerable<Source> Sources(int month)
    {
        var published = new PublishedOn(End(month).AddDays(10));
        yield return Source($"update-{month}", Grade.CompanyRelease, published);
        if (month % 3 == 2)
            yield return Source($"report-{month}", Grade.UnauditedFiling, new(published.Date.AddDays(20)));
    }

    private static Source Source(string key, Grade grade, PublishedOn published) =>
        new() { Key = key, Kind = SourceKind.Filing, Grade = grade, Title = key, Publisher = "Issuer", Published = published };

    private static IEnumerable<Observation> Observations(Site site)
    {
        decimal held = 1_000, debt = 500_000_000;
        for (var month = 0; month < Months; month++)
        {
            decimal produced = site.Random.Next(200, 400), sold = site.Random.Next(100, 450);
            held += produced - sold;
            var period = Period.Month(Start.AddMonths(month));
            yield return Figure(site, "produced", period, Quantity.Btc(produced), $"update-{month}");
            yield return Figure(site, "sold", period, Quantity.Btc(sold), $"update-{month}");
            yield return Figure(site, "held", Period.At(period.End), Quantity.Btc(held), $"update-{month}");
            if (month < Restated)
                yield return Figure(site, "produced", period, Quantity.Btc(produced + 1), $"report-{(month / 3 * 3) + 2}");
            if (month % 3 != 2)
                continue;
            debt -= site.Random.Next(1_000_000, 9_000_000);
            yield return Figure(site, "debt", Period.At(period.End), Quantity.Usd(debt), $"report-{month}");
            yield return Figure(site, "income", Period.Between(Start.AddMonths(month - 2), period.End), Quantity.Usd(site.Random.Next(-30_000_000, 60_000_000)), $"report-{month}");
        }
    }

    private static Observation Figure(Site site, string metric, Period period, Quantity value, string source) =>
        new() { Key = $"{site.Key}-{metric}-{period.End:yyyyMMdd}-{source}", Metric = site.Of(metric), Period = period, Value = value, Source = source };

    private static IEnumerable<EvidenceItem> Evidence(Site site)
    {
        string[] criteria = [site.Of("debt-falls"), site.Of("earns"), site.Of("balance"), site.Of("eases")];
        for (var i = 0; i < EvidenceASite; i++)
        {
            yield return new()
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{site.Key}-claim-{i}"),
                Source = $"update-{i % Months}",
                Claim = $"What was said of {site.Key}",
                Stances = [new(criteria[i % criteria.Length], (Stance)(i % 3))],
            };
        }
    }

    private static DateOnly End(int month) => Period.Month(Start.AddMonths(month)).End;

    private sealed record Site(string Key, Random Random)
    {
        public string Of(string name) => $"{Key}-{name}";
    }
}
