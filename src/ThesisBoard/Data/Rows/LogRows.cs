using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;

namespace ThesisBoard.Data.Rows;

/// <summary>One item that one write changed. Written in the transaction of the write, never edited, and kept when the board is removed.</summary>
internal sealed class ChangeRow
{
    public long Id { get; set; }
    public Guid WriteId { get; set; }
    public string Slug { get; set; } = "";
    public long Version { get; set; }

    /// <summary>0 for the first item of a write: one row with 0 is one write.</summary>
    public int Ordinal { get; set; }
    public DateTime At { get; set; }
    public Guid? MemberId { get; set; }
    public string By { get; set; } = "";
    public string Verb { get; set; } = "";
    public string Summary { get; set; } = "";
    public ItemKind Kind { get; set; }
    public string Key { get; set; } = "";

    /// <summary>Where it stood in its list before, or stands after when it is new.</summary>
    public int Index { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }

    /// <summary>Over the entry before and all of the above but the ids; null while an older program's entry was not chained yet.</summary>
    public string? Hash { get; set; }

    public LogEntry Entry() => new(Version, Ordinal, At, MemberId, By, Verb, Summary, Kind.ToString(), Key, Index, Before, After, Sha256.TryParse(Hash, out var hash) ? hash : null);
}

/// <summary>The bytes of a document, compressed, under the SHA-256 of the bytes as they came.</summary>
internal sealed class DocumentRow
{
    public string Hash { get; set; } = "";
    public string Name { get; set; } = "";
    public string MediaType { get; set; } = "";
    public int Length { get; set; }
    public DateTime RetrievedAt { get; set; }
    public byte[] Compressed { get; set; } = [];
}
