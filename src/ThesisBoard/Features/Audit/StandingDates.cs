using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Audit;

/// <summary>How a board stands on one date: the verdict, and each criterion with the version of its contract that judged.</summary>
internal sealed record StandingDate(string On, string Verdict, IReadOnlyDictionary<string, string> Standings);

/// <summary>Judges a board on every date on which something was published or a deadline passed.</summary>
internal static class StandingDates
{
    /// <summary>All dates, ascending; those that lie ahead as they will be if nothing more is published.</summary>
    public static IReadOnlyList<StandingDate> Of(RecordIndex index)
    {
        var history = Replay.History(index, ThesisCheck.LastDate);
        var dates = history.Stops.Concat(history.Verdicts.Select(v => v.On)).Concat(history.Standings.Values.SelectMany(s => s.Select(c => c.On))).Distinct().Order();
        return [.. dates.Select(date => On(history, date))];
    }

    /// <summary>What two ways of judging, or two times of it, do not agree about.</summary>
    public static IEnumerable<AuditFinding> Compare(IReadOnlyList<StandingDate> stored, IReadOnlyList<StandingDate> judged, string place)
    {
        var byDate = stored.GroupBy(s => s.On, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.First(), StringComparer.Ordinal);
        foreach (var now in judged)
        {
            if (!byDate.Remove(now.On, out var then))
                yield return new($"{place}, {now.On}", "the date is missing.");
            else if (now.Verdict != then.Verdict)
                yield return new($"{place}, {now.On}", $"the verdict is stored as {then.Verdict} and judged as {now.Verdict}.");
            foreach (var finding in then is null ? [] : Differences(then.Standings, now.Standings))
                yield return new($"{place}, {now.On}", finding);
        }

        foreach (var left in byDate.Keys.Order(StringComparer.Ordinal))
            yield return new($"{place}, {left}", "nothing can move on this date.");
    }

    /// <summary>The board judged directly on the dates of its verdict's turns and on the last publication, against the history that was made in one pass.</summary>
    public static IEnumerable<AuditFinding> CheckDirectly(RecordIndex index, IReadOnlyList<StandingDate> dates, int most)
    {
        string? verdict = null;
        var turns = dates.Where(d => d.Verdict != verdict && (verdict = d.Verdict) is not null).TakeLast(most).Append(dates.Count > 0 ? dates[^1] : null).OfType<StandingDate>().DistinctBy(d => d.On).ToList();
        var judged = turns.ConvertAll(date => Direct(Judge.Board(index, DateOnly.ParseExact(date.On, "yyyy-MM-dd", null))));
        return Compare(turns, judged, "judging");
    }

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> then, IReadOnlyDictionary<string, string> now) =>
        from key in then.Keys.Union(now.Keys)
        where then.GetValueOrDefault(key) != now.GetValueOrDefault(key)
        select $"'{key}' is stored as {then.GetValueOrDefault(key, "nothing")} and judged as {now.GetValueOrDefault(key, "nothing")}.";

    private static StandingDate On(StandingHistory history, DateOnly date) => new(
        BoardUrls.Date(date),
        $"{history.Verdicts.LastOrDefault(v => v.On <= date)?.Verdict}",
        history.Standings.Keys.Order(StringComparer.Ordinal).Select(key => (key, Then: history.On(key, date))).Where(s => s.Then is not null)
            .ToDictionary(s => s.key, s => Words(s.Then!.Standing, s.Then.Version), StringComparer.Ordinal));

    private static StandingDate Direct(BoardState board) => new(
        BoardUrls.Date(board.AsOf), $"{board.Verdict}", board.Criteria.OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => Words(c.Standing, c.Contract.Version), StringComparer.Ordinal));

    private static string Words(Standing standing, int version) => $"{standing} (version {version})";
}
