using System.Buffers.Binary;
using System.Text;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>One file of a bundle as the zip describes it.</summary>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Packed">Bytes that it takes in the zip.</param>
/// <param name="Offset">Where its header begins.</param>
internal sealed record ZipFileEntry(string Name, bool IsDeflated, uint Crc, int Length, int Packed, int Offset)
{
    /// <summary>Where its bytes begin.</summary>
    public int Start => Offset + ZipLayout.Header + Name.Length;

    /// <summary>The first byte behind it.</summary>
    public int End => Start + Packed;
}

/// <summary>
/// The bytes of a zip around its files (PKWARE's APPNOTE 4.3), in the one form that a bundle has: file after file without gaps, no times, no comments, no extras.
/// Since there is one form only, a reader can hold every byte of it against what it must be.
/// </summary>
internal static class ZipLayout
{
    public const int Header = 30;
    public const int Record = 46;
    public const int End = 22;

    private const ushort Deflate = 8;
    private const ushort Version = 20;
    private const ushort FirstOfJanuary1980 = 0x0021;

    public static byte[] LocalHeader(ZipFileEntry entry)
    {
        var bytes = new byte[Header + entry.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x04034B50);
        Common(bytes.AsSpan(4), entry);
        Encoding.ASCII.GetBytes(entry.Name, bytes.AsSpan(Header));
        return bytes;
    }

    public static byte[] DirectoryRecord(ZipFileEntry entry)
    {
        var bytes = new byte[Record + entry.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), Version);
        Common(bytes.AsSpan(6), entry);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(42), entry.Offset);
        Encoding.ASCII.GetBytes(entry.Name, bytes.AsSpan(Record));
        return bytes;
    }

    public static byte[] EndOfDirectory(int count, int offset, int length)
    {
        var bytes = new byte[End];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), checked((ushort)count));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), checked((ushort)count));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), offset);
        return bytes;
    }

    /// <summary>What a header and a record share, from "version needed" to the length of the extras.</summary>
    private static void Common(Span<byte> bytes, ZipFileEntry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], entry.IsDeflated ? Deflate : (ushort)0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[10..], entry.Crc);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[14..], entry.Packed);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[18..], entry.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[22..], checked((ushort)entry.Name.Length));
    }
}
