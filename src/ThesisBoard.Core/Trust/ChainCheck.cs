using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Trust;

/// <summary>Checks the chain of one board's log, entry after entry, and names each that does not hold.</summary>
public sealed class ChainCheck(string slug)
{
    /// <summary>Clocks of two machines may differ by this much; more, and an entry says that it is older than the one before it.</summary>
    public static readonly TimeSpan Clocks = TimeSpan.FromMinutes(5);

    private readonly List<AuditFinding> findings = [];
    private LogEntry? last;

    /// <summary>The hash of the last entry that was looked at.</summary>
    public Sha256 Head { get; private set; } = LogChain.Start(slug);

    /// <summary>How many were looked at.</summary>
    public int Count { get; private set; }

    /// <summary>The version that the last one made; 0 before the first.</summary>
    public long Version => last?.Version ?? 0;

    /// <summary>What does not hold.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>Looks at the next entry. One that does not hold is named once; those behind it are judged by the hash that it carries.</summary>
    public void Add(LogEntry entry)
    {
        var follows = Follows(entry);
        var hash = LogChain.Next(Head, entry);
        if (entry.Hash is not { } carried)
            Find(entry, "it carries no hash.");
        else if (follows && carried != hash)
            Find(entry, $"“{Brief(entry.Summary)}” is not what was written here: it was changed, or moved here from another place.");
        if (last is { } before && entry.At < before.At - Clocks)
            Find(entry, $"it says {LogChain.Time(entry.At)}, and the entry before it {LogChain.Time(before.At)}: one of them is dated wrongly.");
        Head = entry.Hash ?? hash;
        Count++;
        last = entry;
    }

    /// <summary>After the last entry: the log must reach the version that the board has.</summary>
    public void End(long version)
    {
        if (Version < version)
            findings.Add(new("log, end", $"the board is at version {version} and the log ends with version {Version}: the newest entries are missing."));
        else if (Version > version)
            findings.Add(new("log, end", $"the log goes on to version {Version}, and the board is at version {version}."));
    }

    private bool Follows(LogEntry entry)
    {
        var (version, next) = last is { } l ? (l.Version, l.Ordinal + 1) : (0L, 0);
        if (entry.Version == version + 1 && entry.Ordinal == 0)
            return true;
        if (version > 0 && entry.Version == version && entry.Ordinal == next)
            return true;
        var order = entry.Version == version ? entry.Ordinal.CompareTo(next) : entry.Version.CompareTo(version);
        Find(entry, order < 0 ? "it stands behind an entry that is not older: the log is out of order." : $"what stood before it is missing: the log goes on here after {(version == 0 ? "nothing" : $"version {version}, entry {next}")}.");
        return false;
    }

    private void Find(LogEntry entry, string says) => findings.Add(new(entry.Place, says));

    private static string Brief(string summary) => summary.Length <= 80 ? summary : summary[..80] + "…";
}
