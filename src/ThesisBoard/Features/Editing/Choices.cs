using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Shell;
using Written = ThesisBoard.Core.Theses.Json.Words;

namespace ThesisBoard.Features.Editing;

/// <summary>What can be chosen in forms, each with the word that files write.</summary>
public static class Choices
{
    public static IReadOnlyList<Choice> Grades { get; } = [.. Enum.GetValues<Grade>().Reverse().Select(g => new Choice(Written.Of(g), Words.Of(g)))];

    public static IReadOnlyList<Choice> Stances { get; } = [new("supports", "Supports"), new("contradicts", "Contradicts"), new("context", "Context")];

    public static IReadOnlyList<Choice> Standings { get; } = [.. Enum.GetValues<Standing>().Select(s => new Choice(Written.Of(s), StandingLook.Of(s).Word))];

    public static IReadOnlyList<Choice> Groups { get; } = [.. Enum.GetValues<CriterionGroup>().Select(g => new Choice(Written.Of(g), Words.Of(g)))];

    public static IReadOnlyList<Choice> SourceKinds { get; } =
        [new("filing", "Filing"), new("press-release", "Press release"), new("news", "News or analysis"), new("ledger", "Public ledger"), new("other", "Other")];

    public static IReadOnlyList<Choice> Directions { get; } =
        [new("lower-is-better", "Lower is better"), new("higher-is-better", "Higher is better"), new("neutral", "Neither, such as a price")];

    public static IReadOnlyList<Choice> Elements { get; } =
        [new("announcement", "Announcement"), new("dollars", "Dollars"), new("capacity", "Capacity"), new("customer", "Customer"), new("contract", "Signed contract"), new("hardware", "Hardware supply"), new("uptime", "Uptime commitment")];

    public static IReadOnlyList<Choice> Regimes { get; } = [new("domestic", "Domestic issuer"), new("foreign-private-issuer", "Foreign private issuer")];

    public static IReadOnlyList<Choice> Statuses { get; } =
        [new("large-accelerated", "Large accelerated"), new("accelerated", "Accelerated"), new("non-accelerated", "Non-accelerated")];

    /// <summary>The rule kinds, in the words of a person who chooses one.</summary>
    public static IReadOnlyList<Choice> Rules { get; } =
    [
        new("threshold", "Threshold: latest figure against levels"),
        new("change", "Change: from a baseline by a share or an amount"),
        new("trend", "Trend: so many periods in a row"),
        new("occurrence", "Occurrence: any amount after a date"),
        new("milestones", "Milestones: at least so many complete"),
        new("balance", "Balance: opening + in − out = closing"),
        new("delivery", "Delivery: customer, revenue and margin"),
        new("judged", "Judged: a person decides"),
        new("unverifiable", "Unverifiable by design"),
        new("all", "All of several parts"),
        new("any", "Any of several parts"),
        new("none", "None of several parts"),
        new("at-least", "At least so many parts"),
    ];

    public static IEnumerable<Choice> Sources(BoardContent board) =>
        board.Record.Sources.OrderByDescending(s => s.Published.Date).Select(s => new Choice(s.Key, $"{Figures.Date(s.Published.Date)} · {s.Title}"));

    public static IEnumerable<Choice> Metrics(BoardContent board, bool isEntered = false) =>
        board.Thesis.Metrics.Where(m => !isEntered || !m.IsDerived).Select(m => new Choice(m.Key, $"{m.Title} ({m.Unit})"));

    public static IEnumerable<Choice> Criteria(BoardContent board) => board.Thesis.Criteria.Select(c => new Choice(c.Key, c.Title));

    public static IEnumerable<Choice> Milestones(BoardContent board) => board.Thesis.Milestones.Select(m => new Choice(m.Key, m.Title));

    public static IEnumerable<Choice> Evidence(BoardContent board) => board.Record.Evidence.Where(e => e.Withdrawn is null).Select(e => new Choice(e.Key, e.Claim.Length <= 110 ? e.Claim : e.Claim[..110] + "…"));
}
