using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;

namespace ThesisBoard.Core.Charts;

/// <summary>Where a drawn figure comes from, in words and as the key of its source.</summary>
internal static class ChartOrigins
{
    /// <summary>The source that a figure was read in; of an arithmetic one the first that it rests on; null when it rests on none.</summary>
    public static string? Source(Figure figure) => figure.Used.Count > 0 ? figure.Used[0].Source : null;

    /// <summary>Grade and sources of a figure: "company release: First quarter 2026 results".</summary>
    public static string Words(Figure figure, BoardState board)
    {
        var titles = figure.Used.Select(o => o.Source).Distinct().Select(key => board.Sources.TryGetValue(key, out var source) ? source.Title : key);
        var how = figure.Origin == FigureOrigin.OnFile ? "" : "computed from ";
        return figure.Used.Count == 0 ? "" : $"{Word(figure.Grade)}: {how}{string.Join("; ", titles)}";
    }

    /// <summary>A grade as a word within a sentence.</summary>
    public static string Word(Grade grade) => grade switch
    {
        Grade.OnChain => "on-chain",
        Grade.AuditedFiling => "audited filing",
        Grade.UnauditedFiling => "unaudited filing",
        Grade.CompanyRelease => "company release",
        Grade.Press => "press",
        Grade.MachineSummary => "machine summary",
        _ => "unsourced",
    };
}
