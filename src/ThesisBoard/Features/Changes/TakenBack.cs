using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Changes;

/// <summary>On an active thesis taking back an entry withdraws it: it stays on file, with the source it names.</summary>
internal static class TakenBack
{
    public static BoardContent Keep(BoardContent before, BoardContent after, WriteMoment moment)
    {
        if (before.Thesis.Activated is null)
            return after;
        var withdrawal = new Withdrawal(new RecordedAt(moment.Utc), moment.Actor.Name, "The change that put it on file was taken back.");
        after = Keep(BoardItems.Evidence, before, after, item => item with { Withdrawn = item.Withdrawn ?? withdrawal });
        after = Keep(BoardItems.Observations, before, after, figure => figure with { Withdrawn = figure.Withdrawn ?? withdrawal });
        var named = after.Record.Evidence.Select(e => e.Source).Concat(after.Record.Observations.Select(o => o.Source)).ToHashSet(StringComparer.Ordinal);
        var onFile = after.Record.Sources.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return BoardItems.Sources.Add(after, before.Record.Sources.Where(s => named.Contains(s.Key) && !onFile.Contains(s.Key)));
    }

    private static BoardContent Keep<T>(ItemTable<T> table, BoardContent before, BoardContent after, Func<T, T> withdraw)
        where T : class
    {
        var left = table.List(after).Select(table.KeyOf).ToHashSet(StringComparer.Ordinal);
        var gone = table.List(before).Where(item => !left.Contains(table.KeyOf(item))).ToList();
        return gone.Count == 0 ? after : table.Add(after, gone.Select(withdraw));
    }
}
