using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Observations;

/// <summary>One pasted row: the figure it makes, or everything that is wrong with it.</summary>
/// <param name="Line">The line in what was pasted, from 1.</param>
/// <param name="Cells">The row as it was pasted.</param>
/// <param name="Observation">The figure; null when something is wrong.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record PastedRow(int Line, IReadOnlyList<string> Cells, Observation? Observation, IReadOnlyList<string> Problems)
{
    public bool IsGood => Observation is not null;
}

/// <summary>What was pasted, row by row; or why none of it was read.</summary>
public sealed record Pasted(IReadOnlyList<PastedRow> Rows, string? Refusal = null)
{
    public static Pasted Nothing { get; } = new([]);

    public IReadOnlyList<PastedRow> Good => [.. Rows.Where(r => r.IsGood)];

    public IReadOnlyList<PastedRow> Bad => [.. Rows.Where(r => !r.IsGood)];
}

/// <summary>What is meant where a row does not say it.</summary>
public sealed record PasteDefaults(string Metric = "", string Source = "", string Unit = "");

/// <summary>Reads figures from a spreadsheet's clipboard, CSV or TSV. With a header its columns may stand in any order; without one they are metric, period, value, unit, source.</summary>
public static class PasteReader
{
    /// <summary>The most that is read at once, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most rows that are read at once.</summary>
    public const int MaxRows = 5_000;

    private static readonly string[] Positions = ["metric", "period", "value", "unit", "source"];
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "metric", "period", "start", "end", "value", "unit", "source", "published", "note", "decimals", "restates" };

    public static Pasted Read(string text, PasteDefaults defaults, BoardContent board)
    {
        List<(int Line, string[] Cells)> lines;
        try
        {
            lines = Lines(text);
        }
        catch (CsvHelperException broken)
        {
            return new([], $"This cannot be read as a table: {broken.Message.Split('\n')[0].Trim()} Check the quotes around it.");
        }

        if (lines.Count == 0)
            return Pasted.Nothing;
        var names = lines[0].Cells.Select(c => c.Trim().ToLowerInvariant()).ToArray();
        var hasHeader = names.Contains("value") && names.All(n => n.Length == 0 || Known.Contains(n));
        var columns = hasHeader ? names : Plain(lines[0].Cells.Length);
        var rows = hasHeader ? lines[1..] : lines;
        if (rows.Count > MaxRows)
            return new([], string.Create(CultureInfo.InvariantCulture, $"These are {rows.Count:#,##0} rows; at most {MaxRows:#,##0} are read at once. Paste them in parts."));
        var reader = new PastedRowReader(columns, defaults, board);
        return Checked([.. rows.Select(r => reader.Read(r.Line, r.Cells))], board);
    }

    /// <summary>Two columns are period and value, three have the unit too; more begin with the metric.</summary>
    private static string[] Plain(int width) => width switch
    {
        <= 2 => ["period", "value"],
        3 => ["period", "value", "unit"],
        _ => Positions,
    };

    private static List<(int Line, string[] Cells)> Lines(string text)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            IgnoreBlankLines = true,
            BadDataFound = null,
            TrimOptions = TrimOptions.Trim,
        });
        var lines = new List<(int, string[])>();
        while (parser.Read() && lines.Count <= MaxRows + 1)
        {
            if (parser.Record is { } cells && cells.Any(c => c.Length > 0))
                lines.Add((parser.RawRow, cells));
        }

        return lines;
    }

    private static string Delimiter(string text)
    {
        var first = text.AsSpan(0, Math.Max(0, text.IndexOf('\n') is var end && end < 0 ? text.Length : text.IndexOf('\n')));
        return first.Contains('\t') ? "\t" : first.Count(';') > first.Count(',') ? ";" : ",";
    }

    /// <summary>The rows that read well are held against the board as it would be with them.</summary>
    private static Pasted Checked(IReadOnlyList<PastedRow> rows, BoardContent board)
    {
        var good = rows.Where(r => r.IsGood).ToList();
        var before = board.Record.Observations.Count;
        var problems = ThesisCheck.Check(board.Thesis, board.Record with { Observations = [.. board.Record.Observations, .. good.Select(r => r.Observation!)] })
            .Select(p => (At: Index(p.Path) - before, p.Message))
            .Where(p => p.At >= 0)
            .ToLookup(p => good[p.At], p => p.Message);
        return new([.. rows.Select(r => problems[r].Any() ? r with { Observation = null, Problems = [.. problems[r]] } : r)]);
    }

    private static int Index(string path)
    {
        const string list = "$.record.observations[";
        return path.StartsWith(list, StringComparison.Ordinal) && path.IndexOf(']', StringComparison.Ordinal) is var end and > 0
            ? int.Parse(path[list.Length..end], CultureInfo.InvariantCulture)
            : -1;
    }
}
