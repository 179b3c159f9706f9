using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Shares;

/// <summary>Tells whether a changed item bears on what was public by the day of a pin. It is looked up in the record as it stood then, and as it stands now.</summary>
internal sealed class PinScope(BoardContent then, BoardContent now, DateOnly pin)
{
    private readonly Dates before = new(then.Record);
    private readonly Dates after = new(now.Record);

    public bool Holds(ItemId item) => item.Kind switch
    {
        ItemKind.Board => true,
        ItemKind.Thesis or ItemKind.Line or ItemKind.Metric or ItemKind.Milestone => Json(then, item) != Json(now, item),
        ItemKind.Criterion => InForce(then, item.Key) != InForce(now, item.Key),
        _ => before.Of(item) <= pin || after.Of(item) <= pin,
    };

    private static string? Json(BoardContent content, ItemId item) => BoardItems.Of(item.Kind).Json(content, item.Key);

    /// <summary>A version of the contract that begins after the pin does not judge that day.</summary>
    private (string? Title, string? Contract) InForce(BoardContent content, string key) =>
        BoardItems.Criteria.Get(content, key) is { } criterion ? (criterion.Title, ThesisJson.Write(criterion.On(pin))) : (null, null);

    /// <summary>When the items of a record were published.</summary>
    private sealed class Dates(Record record)
    {
        private readonly Dictionary<string, DateOnly> sources = record.Sources.ToDictionary(s => s.Key, s => s.Published.Date, StringComparer.Ordinal);
        private readonly Dictionary<string, string> evidence = record.Evidence.ToDictionary(e => e.Key, e => e.Source, StringComparer.Ordinal);
        private readonly Dictionary<string, string> observations = record.Observations.ToDictionary(o => o.Key, o => o.Source, StringComparer.Ordinal);

        /// <summary>Null for what is not in it.</summary>
        public DateOnly? Of(ItemId item) => item.Kind switch
        {
            ItemKind.Source => Source(item.Key),
            ItemKind.Observation => Source(observations.GetValueOrDefault(item.Key)),
            ItemKind.Evidence => Source(evidence.GetValueOrDefault(item.Key)),
            ItemKind.Proof => Source(evidence.GetValueOrDefault(item.Key[(item.Key.LastIndexOf('/') + 1)..])),
            ItemKind.Conflict => record.Conflicts.FirstOrDefault(c => c.Key == item.Key)?.Sides.Max(side => Source(side.Source)),
            ItemKind.Judgement => record.Judgements.FirstOrDefault(j => j.Key == item.Key)?.Published.Date,
            _ => null,
        };

        private DateOnly? Source(string? key) => key is not null && sources.TryGetValue(key, out var on) ? on : null;
    }
}
