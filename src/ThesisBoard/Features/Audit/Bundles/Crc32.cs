namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>The check sum that a zip carries beside each file (ISO 3309). It guards against accidents only; the manifest's SHA-256 guards against people.</summary>
internal sealed class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Row((uint)i))];
    private uint state = uint.MaxValue;

    public uint Value => ~state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            state = Table[(state ^ b) & 0xFF] ^ (state >> 8);
    }

    private static uint Row(uint row)
    {
        for (var bit = 0; bit < 8; bit++)
            row = (row & 1) == 0 ? row >> 1 : (row >> 1) ^ 0xEDB88320;
        return row;
    }
}
