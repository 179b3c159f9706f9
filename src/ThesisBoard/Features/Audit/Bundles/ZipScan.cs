using System.Buffers.Binary;
using System.Text;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>
/// Reads the outside of a bundle: every byte around the files is held against the one form that it may have. Hostile input: nothing is unpacked, and nothing is
/// believed that was not looked at.
/// </summary>
internal static class ZipScan
{
    public const string EndPlace = "zip end";
    public const string DirectoryPlace = "zip directory";

    /// <summary>The files, in their order; what is wrong is added to the findings, and then there are none.</summary>
    public static IReadOnlyList<ZipFileEntry> Read(Stream zip, List<AuditFinding> findings)
    {
        if (zip.Length > BundleFormat.MaxBytes)
            return Wrong(findings, EndPlace, $"the file has {Figures.Number(zip.Length)} bytes; a bundle has {Figures.Number(BundleFormat.MaxBytes)} at most.");
        if (zip.Length < ZipLayout.End)
            return Wrong(findings, EndPlace, "the file is no bundle, or it was cut off: it is shorter than the end of a zip.");
        var end = Bytes(zip, zip.Length - ZipLayout.End, ZipLayout.End);
        var (count, length, offset) = (BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10)), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12)), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16)));
        if (offset + (long)length + ZipLayout.End != zip.Length || count > BundleFormat.MaxFiles || length > BundleFormat.MaxFiles * (ZipLayout.Record + (long)BundleFormat.LongestName)
            || !end.AsSpan().SequenceEqual(ZipLayout.EndOfDirectory(count, (int)offset, (int)length)))
            return Wrong(findings, EndPlace, "the file does not end as a bundle ends: it was changed there or cut off, or something was added behind it.");
        var entries = Directory(Bytes(zip, offset, (int)length), count, (int)offset, findings);
        foreach (var entry in entries)
        {
            if (!Bytes(zip, entry.Offset, entry.Start - entry.Offset).AsSpan().SequenceEqual(ZipLayout.LocalHeader(entry)))
                findings.Add(new($"zip header or {DirectoryPlace} of {entry.Name}", "the two do not say the same of this file: one of them was changed."));
        }

        return findings.Count == 0 ? entries : [];
    }

    private static List<ZipFileEntry> Directory(ReadOnlySpan<byte> bytes, int count, int end, List<AuditFinding> findings)
    {
        var (entries, names, next) = (new List<ZipFileEntry>(), new HashSet<string>(StringComparer.Ordinal), 0);
        for (var i = 1; i <= count; i++)
        {
            if (Entry(bytes, next, end) is not { } entry)
            {
                Wrong(findings, $"{DirectoryPlace}, record {i}", $"it is not as a bundle has it{(entries.Count > 0 ? $"; it stands behind {entries[^1].Name}" : "")}.");
                return [];
            }

            if (!names.Add(entry.Name))
                findings.Add(new($"{DirectoryPlace}, record of {entry.Name}", "the file is there twice."));
            entries.Add(entry);
            bytes = bytes[(ZipLayout.Record + entry.Name.Length)..];
            next = entry.End;
        }

        if (bytes.Length > 0 || next != end)
            Wrong(findings, DirectoryPlace, "its files do not fill the zip without a gap: something was put between or behind them.");
        return entries;
    }

    /// <summary>The next record; null when it is not to the byte what a bundle has, or its file does not follow the one before.</summary>
    private static ZipFileEntry? Entry(ReadOnlySpan<byte> bytes, int offset, int end)
    {
        if (bytes.Length < ZipLayout.Record)
            return null;
        var name = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        var (packed, length) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]));
        if (name > BundleFormat.LongestName || bytes.Length < ZipLayout.Record + name || packed < 0 || length < 0 || length > BundleFormat.MaxFileBytes || packed > end
            || length > (long)packed * BundleFormat.MostExpansion)
            return null;
        var entry = new ZipFileEntry(
            Encoding.ASCII.GetString(bytes.Slice(ZipLayout.Record, name)), BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]) != 0, BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]), length, packed, offset);
        return (long)entry.Offset + ZipLayout.Header + name + packed <= end && BundleFormat.IsName(entry.Name) && bytes[..(ZipLayout.Record + name)].SequenceEqual(ZipLayout.DirectoryRecord(entry)) ? entry : null;
    }

    private static byte[] Bytes(Stream zip, long offset, int length)
    {
        var bytes = new byte[length];
        zip.Position = offset;
        zip.ReadExactly(bytes);
        return bytes;
    }

    private static IReadOnlyList<ZipFileEntry> Wrong(List<AuditFinding> findings, string place, string says)
    {
        findings.Add(new(place, says));
        return [];
    }
}
