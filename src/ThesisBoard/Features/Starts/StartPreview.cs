using System.Globalization;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Starts;

/// <summary>What a dropped filing says about the library's metrics, and how a draft would stand with it: read and judged by what reads and judges boards.</summary>
internal static class StartPreview
{
    private const string File = "dropped";

    /// <summary>The figures of a filing for the library's metrics.</summary>
    public static IReadOnlyList<Observation> Figures(IEnumerable<ReadResult> reports, string currency, DateOnly today)
    {
        var board = Judge.Board(Library(currency), Record.Empty, today);
        return [.. reports.SelectMany(r => FactMatches.Of(r, board, null).Matches).Where(m => m.IsComparable)
            .Select((m, n) => FindingsForm.Observation(m, Source(today)) with { Key = string.Create(CultureInfo.InvariantCulture, $"{File}-{n}") })];
    }

    /// <summary>
    /// The newest figure of a break's metric, as in "$92.7B, 29 Mar 2025"; null where the filing has none. Of flows that of a quarter or a year, if there is one.
    /// A filing also states figures of the year before: where it has none that is newer, that is said.
    /// </summary>
    public static string? Level(Break of, StartFile file, string currency, DateOnly today)
    {
        if (Standing(Library(currency), file, today).Series.GetValueOrDefault(of.Level) is not { Figures: [.., var last] } series)
            return null;
        var newest = series.Figures.LastOrDefault(f => f.Period is { IsInstant: true } or { IsQuarter: true } or { IsYear: true }) ?? last;
        var level = $"{series.Metric.Show(newest.Value)}, {Core.Quantities.Figures.Show(newest.Period)}";
        return !(newest.Period.End < file.PeriodEnd) ? level // also where the filing does not say its period
            : last.Period.End > newest.Period.End ? $"{level}; newer, of no quarter or year: {series.Metric.Show(last.Value)}, {Core.Quantities.Figures.Show(last.Period)}"
            : $"{level}, and none that is newer";
    }

    /// <summary>What the criterion would be judged by is older than what the filing reports on: it says nothing of today.</summary>
    public static bool IsOld(CriterionState criterion, StartFile file) => criterion.Rule.Used.Count > 0 && criterion.Rule.Used.Max(f => f.Period.End) < file.PeriodEnd;

    /// <summary>How the thesis would stand if the filing were on its record.</summary>
    public static BoardState Standing(Thesis thesis, StartFile file, DateOnly today)
    {
        var metrics = thesis.Metrics.Where(m => !m.IsDerived).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        return Judge.Board(thesis, new Record { Sources = [Source(today)], Observations = [.. file.Figures.Where(f => metrics.Contains(f.Metric))] }, today);
    }

    /// <summary>The currency of most figures; blank where there is none.</summary>
    public static string Currency(IEnumerable<ReadResult> reports) =>
        reports.SelectMany(r => r.Facts).Select(f => FactUnits.TryRead(f.Unit, out var unit) && unit.IsCurrency ? unit.Text : "").Where(t => t.Length > 0)
            .CountBy(t => t).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault() ?? "";

    private static Thesis Library(string currency)
    {
        var unit = Unit.TryParse(currency, out var known) && known.IsCurrency ? known : Unit.Usd;
        return new()
        {
            Slug = File,
            Title = File,
            Issuer = new() { Name = File },
            Metrics =
            [
                StartMetrics.Debt(unit), StartMetrics.ShareCount, StartMetrics.Sales(unit), StartMetrics.Income(unit), StartMetrics.CashHeld(unit), StartMetrics.CashFlow(unit),
                StartMetrics.Profit(unit), StartMetrics.Margin, StartMetrics.Held(Unit.Btc),
            ],
        };
    }

    private static Source Source(DateOnly today) => new()
    {
        Key = File, Kind = SourceKind.Filing, Grade = Grade.UnauditedFiling, Title = File, Publisher = File, Published = new(today),
    };
}
