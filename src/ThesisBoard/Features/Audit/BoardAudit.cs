using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit;

/// <summary>What is to be checked: a board, its log, and its documents.</summary>
/// <param name="HasApprovals">The board was read from the database; a thesis file holds no approvals, and the log tells of them.</param>
internal sealed record AuditedBoard(string Slug, long Version, BoardContent Content, IAsyncEnumerable<LogEntry> Log, OpenDocument Documents, bool HasApprovals = true);

/// <summary>Everything that an audit found out about a board, for the report and for the bundle.</summary>
internal sealed record AuditResult(AuditReport Report, IReadOnlyList<QuoteState> Quotes, IReadOnlyList<ApprovalState> Approvals, IReadOnlyList<StandingDate> Standings);

/// <summary>Checks a board, in the database or in a bundle: the same checks for both.</summary>
internal static class BoardAudit
{
    private const int DirectlyJudged = 12;

    public static async Task<AuditResult> Run(AuditedBoard audited, CancellationToken ct)
    {
        var (chain, replay) = (new ChainCheck(audited.Slug), new LogReplay());
        await foreach (var entry in audited.Log.WithCancellation(ct))
        {
            chain.Add(entry);
            replay.Add(entry);
        }

        chain.End(audited.Version);
        replay.End(audited.Content, audited.HasApprovals);
        var (thesis, record) = audited.Content;
        var quotes = new QuoteCheck(record);
        await quotes.Run(audited.Documents, ct);
        var index = new RecordIndex(thesis, record);
        var standings = StandingDates.Of(index);
        AuditCheck[] checks =
        [
            new("The chain of the log", $"{Figures.Count(chain.Count, "entry", "entries")}, each over the one before it", chain.Findings, Cover(chain.Count, 0)),
            new("The board is what the log makes of it", $"{Figures.Count(replay.Writes, "write")} done again from the first one on", replay.Findings),
            new("What is sealed stayed", $"{Figures.Count(replay.Writes, "write")} held against what no write may do: change a sealed contract, move the line of an active thesis, delete its evidence", replay.Steps),
            new("Approvals", $"{Figures.Count(replay.Approvals.Count, "approval")} held against what stood there then and against who wrote it", replay.Approvals.Findings, Cover(replay.Approvals.Count, 0)),
            new("Times of entry", Times(replay.Dates), replay.Dates.Findings, Cover(replay.Dates.Count, replay.Dates.Taken)),
            new("Rules of a board", "names, references, units, bounds and rules", [.. ThesisCheck.Check(thesis, record).Select(p => new AuditFinding(p.Path, p.Message))]),
            new("Documents", $"{Figures.Count(quotes.Looked, "document")} looked at to the last byte{(quotes.NotAtHand > 0 ? $"; {Figures.Number(quotes.NotAtHand)} cited and not at hand" : "")}", quotes.DocumentFindings, Cover(quotes.Looked, quotes.NotAtHand)),
            new("Quotes", Quotes(quotes), quotes.QuoteFindings, Cover(quotes.States.Count(q => q.State != QuoteCheck.Unread), quotes.States.Count(q => q.State == QuoteCheck.Unread))),
            new("Searches without a hit", $"{Figures.Count(quotes.Searched, "document")} searched again{(quotes.NotSearched > 0 ? $"; {Figures.Number(quotes.NotSearched)} not at hand" : "")}", quotes.SearchFindings, Cover(quotes.Searched, quotes.NotSearched)),
            new("Standings", $"judged on {Figures.Count(standings.Count, "date")}", [.. StandingDates.CheckDirectly(index, standings, DirectlyJudged)], Cover(standings.Count, 0)),
        ];
        return new(new(audited.Slug, audited.Version, chain.Count > 0 ? chain.Head : null, checks), quotes.States, ApprovalState.Of(thesis, record with { Approvals = replay.Standing }), standings);
    }

    private static AuditCover Cover(int looked, int left) => (looked, left) switch
    {
        (_, > 0) => AuditCover.Part,
        (0, _) => AuditCover.Nothing,
        _ => AuditCover.Whole,
    };

    private static string Times(EntryDates dates) =>
        $"{Figures.Count(dates.Count, "item")} compared with the entry that brought it in{(dates.Taken > 0 ? $"; {Figures.Number(dates.Taken)} came with a whole board and are that file's word" : "")}";

    private static string Quotes(QuoteCheck check)
    {
        var counts = check.States.CountBy(s => s.State).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        return $"{Figures.Count(check.States.Count, "quote")} with a place in a document: {string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{Figures.Number(c.Value)} {c.Key}").DefaultIfEmpty("none"))}";
    }
}
