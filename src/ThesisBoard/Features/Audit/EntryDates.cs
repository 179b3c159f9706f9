using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit;

/// <summary>Whether what was entered says truly when: an item is stamped in the write that brings it in, and keeps its stamp.</summary>
internal sealed class EntryDates
{
    private readonly HashSet<(Type Kind, string Key, DateTime At)> seen = [];
    private readonly List<AuditFinding> findings = [];

    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>How many stamps were compared with the log.</summary>
    public int Count { get; private set; }

    /// <summary>How many came in with a whole board: their stamps are that file's word.</summary>
    public int Taken { get; private set; }

    public void Whole(LogEntry entry, BoardContent? board)
    {
        foreach (var stamp in board is null ? [] : board.Record.Evidence.Select(Stamp).Concat(board.Record.Observations.Select(Stamp)).Concat(board.Record.Judgements.Select(Stamp)).OfType<ItemStamp>())
        {
            Taken++;
            seen.Add(stamp.Id);
            if (stamp.At > entry.At + ChainCheck.Clocks && stamp.Kind != typeof(Judgement))
                findings.Add(new(entry.Place, $"{stamp.Name} says that it was entered on {LogChain.Time(stamp.At)}, after the entry that brought it in ({LogChain.Time(entry.At)})."));
        }
    }

    public void Item(LogEntry entry, object? before, object? after)
    {
        if (Withdrawn(before) is { } was)
            seen.Add((typeof(Withdrawal), entry.Key, was.At.Utc)); // who takes a reinstatement back puts it back as it was
        else if (Withdrawn(after) is { } withdrawal && seen.Add((typeof(Withdrawal), entry.Key, withdrawal.At.Utc)) && (withdrawal.At.Utc - entry.At).Duration() > ChainCheck.Clocks)
            findings.Add(new(entry.Place, $"'{entry.Key}' says that it was withdrawn on {LogChain.Time(withdrawal.At.Utc)}, and the log tells of it on {LogChain.Time(entry.At)}."));
        if (Stamp(after) is not { } stamp)
            return;
        Count++;
        var old = Stamp(before);
        if (seen.Contains(stamp.Id) || (old is not null && old.At == stamp.At))
            return; // put back as it was
        seen.Add(stamp.Id);
        if (old is not null)
            findings.Add(new(entry.Place, $"{stamp.Name} now says that it was entered on {LogChain.Time(stamp.At)}; before, it said {LogChain.Time(old.At)}. A time of entry does not change."));
        else if (stamp.At < entry.At - stamp.Grain || stamp.At > entry.At + stamp.Grain)
            findings.Add(new(entry.Place, $"{stamp.Name} says that it was entered on {LogChain.Time(stamp.At)}, and the log brought it in on {LogChain.Time(entry.At)}: it is {(stamp.At < entry.At ? "back-dated" : "dated ahead")}."));
    }

    private static Withdrawal? Withdrawn(object? item) => (item as EvidenceItem)?.Withdrawn ?? (item as Observation)?.Withdrawn;

    private static ItemStamp? Stamp(object? item) => item switch
    {
        EvidenceItem { Recorded: { } at } evidence => new(typeof(EvidenceItem), evidence.Key, at.Utc, $"evidence '{evidence.Key}'", ChainCheck.Clocks),
        Observation { Recorded: { } at } figure => new(typeof(Observation), figure.Key, at.Utc, $"figure '{figure.Key}'", ChainCheck.Clocks),
        // A judgement is known from a day on, which is the day on which it is made.
        Judgement judgement => new(typeof(Judgement), judgement.Key, judgement.Published.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), $"judgement '{judgement.Key}'", TimeSpan.FromDays(1) + ChainCheck.Clocks),
        _ => null,
    };

    private sealed record ItemStamp(Type Kind, string Key, DateTime At, string Name, TimeSpan Grain)
    {
        public (Type, string, DateTime) Id => (Kind, Key, At);
    }
}
