using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Trust;

/// <summary>One entry of a board's log of changes: what one write did to one item.</summary>
/// <param name="Version">The version of the board that the write made; all entries of one write share it.</param>
/// <param name="Ordinal">The place within the write, from 0.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Member">Who, where the writer was a member.</param>
/// <param name="By">Who, by name.</param>
/// <param name="Verb">What was done, such as <c>AttachEvidence</c>.</param>
/// <param name="Summary">The same in a line for people.</param>
/// <param name="Kind">What kind of item.</param>
/// <param name="Key">Which one.</param>
/// <param name="Index">Where it stood in its list before, or stands after when it is new.</param>
/// <param name="Before">The item before, as JSON; null when it was not there.</param>
/// <param name="After">The item after; null when it is gone.</param>
/// <param name="Hash">What the entry carries as its hash; null when it carries none.</param>
public sealed record LogEntry(
    long Version, int Ordinal, DateTime At, Guid? Member, string By, string Verb, string Summary, string Kind, string Key, int Index, string? Before, string? After, Sha256? Hash)
{
    /// <summary>The entry as people name it.</summary>
    public string Place => $"log, version {Version}, entry {Ordinal + 1}";
}
