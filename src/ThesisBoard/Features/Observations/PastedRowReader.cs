using System.Globalization;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Observations;

/// <summary>Reads one pasted row after the other, and remembers the names that it gave.</summary>
internal sealed class PastedRowReader(string[] columns, PasteDefaults defaults, BoardContent board)
{
    private readonly HashSet<string> keys = [.. board.Record.Observations.Select(o => o.Key)];
    private readonly ILookup<(string, Period), Observation> onFile = board.Record.Observations.Where(o => o.Withdrawn is null).ToLookup(o => (o.Metric, o.Period));

    public PastedRow Read(int line, string[] cells)
    {
        var problems = new List<string>();
        string Cell(string name) => Array.IndexOf(columns, name) is var at and >= 0 && at < cells.Length ? cells[at].Trim() : "";
        if (cells.Length > columns.Length)
            problems.Add($"There are {cells.Length} cells in a table of {columns.Length} columns.");
        var metric = Metric(Or(Cell("metric"), defaults.Metric), problems);
        var period = Period(Cell("period"), Cell("start"), Cell("end"), IsBalance(metric), problems);
        var value = Value(Cell("value"), Or(Cell("unit"), defaults.Unit), metric, problems);
        var source = Source(Or(Cell("source"), defaults.Source), problems);
        var published = Date(Cell("published"), "published", problems);
        int? decimals = null;
        if (Cell("decimals") is { Length: > 0 } digits)
            decimals = int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var precision) ? precision : Wrong<int>(problems, $"“{digits}” is no precision: write a whole number, such as -6 for millions.");
        if (problems.Count > 0)
            return new(line, cells, null, problems);
        var same = onFile[(metric!.Key, period!.Value)].FirstOrDefault(o => o.Value == value && o.Source == source!.Key);
        if (same is not null)
            return new(line, cells, null, [$"This figure is on file already, from the same source ({same.Key})."]);
        var key = Keys.From($"{metric.Key}-{period.ToString()!.Replace('/', '-')}", keys);
        keys.Add(key);
        return new(line, cells, new()
        {
            Key = key,
            Metric = metric.Key,
            Period = period.Value,
            Value = value!.Value,
            Source = source!.Key,
            Published = published is { } on ? new PublishedOn(on) : null,
            Decimals = decimals,
            Restates = Cell("restates") is "true" or "yes" or "1" or "x",
            Note = Cell("note"),
        }, []);
    }

    private Metric? Metric(string name, List<string> problems)
    {
        if (name.Length == 0)
            return Missing<Metric>(problems, "No metric: add a column for it, or choose one for all rows.");
        return board.Thesis.Metrics.FirstOrDefault(m => Is(name, m.Key, m.Title))
            ?? Missing<Metric>(problems, $"There is no metric “{Brief(name)}”. Use its title or its key.");
    }

    /// <summary>A metric whose figures on file are all about single days: "2026-02" then means the end of February.</summary>
    private bool IsBalance(Metric? metric) =>
        metric is not null && board.Record.Observations.Where(o => o.Metric == metric.Key).Select(o => o.Period.IsInstant).DefaultIfEmpty(false).All(isInstant => isInstant);

    private Source? Source(string name, List<string> problems)
    {
        if (name.Length == 0)
            return Missing<Source>(problems, "No source: add a column for it, or choose one for all rows.");
        return board.Record.Sources.FirstOrDefault(s => Is(name, s.Key, s.Title))
            ?? Missing<Source>(problems, $"There is no source “{Brief(name)}”. Use its title or its key, or add it first.");
    }

    private static Period? Period(string text, string start, string end, bool isBalance, List<string> problems)
    {
        if (text.Length == 0 && end.Length > 0)
            text = start.Length > 0 ? $"{start}/{end}" : end;
        if (text.Length == 0)
            return Wrong<Period>(problems, "No period.");
        return PeriodSelector.TryParse(text.ToUpperInvariant(), out var selector)
            ? (isBalance ? selector!.AsInstant ?? selector.AsDuration : selector!.AsDuration ?? selector.AsInstant)
            : Wrong<Period>(problems, $"“{Brief(text)}” is no period. Write 2026-03-31, 2026-02, 2026-Q1, 2026-H1, 2025, or 2026-01-01/2026-03-31.");
    }

    /// <summary>The unit may stand in the cell: "2000 BTC"; else in its own column, else it is the metric's.</summary>
    private static Quantity? Value(string text, string unitText, Metric? metric, List<string> problems)
    {
        if (text.Length == 0)
            return Wrong<Quantity>(problems, "No value.");
        var cut = text.LastIndexOf(' ');
        if (unitText.Length == 0 && cut > 0 && text[^1] != '%' && Unit.TryParse(text[(cut + 1)..], out _) && AmountText.TryParse(text[..cut], out _))
            (text, unitText) = (text[..cut], text[(cut + 1)..]);
        if (!AmountText.TryParse(text, out var amount))
            return Wrong<Quantity>(problems, $"“{Brief(text)}” is no number.");
        if (unitText.Length == 0)
            return metric is null ? null : new Quantity(amount, metric.Unit);
        return Unit.TryParse(unitText, out var unit) ? new Quantity(amount, unit) : Wrong<Quantity>(problems, $"“{Brief(unitText)}” is no unit. Write USD, BTC, USD/BTC, or 1 for a pure number.");
    }

    private static DateOnly? Date(string text, string what, List<string> problems) =>
        text.Length == 0 ? null : BoardUrls.TryDate(text, out var date) ? date : Wrong<DateOnly>(problems, $"“{Brief(text)}” is no date for “{what}”. Write 2026-06-15.");

    private static bool Is(string name, string key, string title) => name == key || string.Equals(name, title, StringComparison.OrdinalIgnoreCase);

    private static string Or(string text, string fallback) => text.Length > 0 ? text : fallback;

    private static string Brief(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static T? Wrong<T>(List<string> problems, string message)
        where T : struct
    {
        problems.Add(message);
        return null;
    }

    private static T? Missing<T>(List<string> problems, string message)
        where T : class
    {
        problems.Add(message);
        return null;
    }
}
