using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Charts;
using Words = ThesisBoard.Features.Boards.Words;

namespace ThesisBoard.Features.Replays;

/// <summary>A story as a file: rows for a spreadsheet, or everything for a program.</summary>
internal static class ReplayFiles
{
    private static readonly string[] Columns = ["Date", "What", "About", "Before", "After", "Why", "Source", "Grade"];
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Csv(Story story) => Encoding.UTF8.GetBytes(ChartCsv.Write(new(Columns, [.. story.Turns.SelectMany(Rows)])));

    public static byte[] Json(string slug, Story story) => JsonSerializer.SerializeToUtf8Bytes(new { thesis = slug, turns = story.Turns.Select(Turn) }, Layout);

    private static IEnumerable<IReadOnlyList<DataCell>> Rows(StoryTurn turn)
    {
        if (turn is { VerdictBefore: not null, Verdict: { } verdict })
            yield return Row(turn, "verdict", "", $"{turn.VerdictBefore}", $"{verdict.Verdict}", verdict.Reason);
        foreach (var move in turn.Moves)
            yield return Row(turn, "standing", move.Title, $"{move.Before?.Standing}", $"{move.Change.Standing}", move.Change.Reason);
        foreach (var judgement in turn.Judgements)
            yield return Row(turn, "judgement", judgement.Criterion, "", $"{judgement.Standing}", judgement.Reason, judgement.By);
        foreach (var arrival in turn.Arrivals)
        {
            foreach (var evidence in arrival.Evidence)
                yield return Row(turn, "evidence", evidence.Item.Claim, "", "", Stances(evidence), arrival.Source.Title, Words.Of(evidence.Grade));
            foreach (var figure in arrival.Figures)
                yield return Row(turn, "figure", ReplayWords.About(figure), "", $"{figure.Observation.Value}", "", arrival.Source.Title, Words.Of(arrival.Source.Grade));
        }
    }

    private static IReadOnlyList<DataCell> Row(
        StoryTurn turn, string what, string about, string before, string after, string why, string source = "", string grade = "") =>
        [new(BoardUrls.Date(turn.On)), new(what), new(about), new(before), new(after), new(why), new(source), new(grade)];

    private static string Stances(EvidenceState evidence) => string.Join("; ", evidence.Item.Stances.Select(s => $"{Words.Of(s.Stance)} {s.Criterion}"));

    private static object Turn(StoryTurn turn) => new
    {
        on = BoardUrls.Date(turn.On),
        verdict = turn.Verdict?.Verdict.ToString(),
        verdictBefore = turn.VerdictBefore?.ToString(),
        reason = turn.VerdictBefore is null ? null : turn.Verdict?.Reason,
        standings = turn.Standings.ToDictionary(s => s.Key, s => s.Value.ToString()),
        moves = turn.Moves.Select(m => new
        {
            criterion = m.Criterion,
            before = m.Before?.Standing.ToString(),
            standing = m.Change.Standing.ToString(),
            version = m.Change.Version,
            reason = m.Change.Reason,
        }),
        cameIn = turn.Arrivals.Select(a => new
        {
            source = a.Source.Key,
            title = a.Source.Title,
            grade = BoardUrls.Name(a.Source.Grade),
            evidence = a.Evidence.Select(e => e.Item.Key),
            figures = a.Figures.Select(f => f.Observation.Key),
        }),
        judgements = turn.Judgements.Select(j => new { criterion = j.Criterion, standing = j.Standing.ToString(), by = j.By, reason = j.Reason }),
    };
}
