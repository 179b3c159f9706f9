namespace ThesisBoard.Filings.Text;

/// <summary>Reads bytes from one marker to the next.</summary>
internal sealed class MarkerReader(Stream stream)
{
    private readonly byte[] buffer = new byte[65536];
    private int start;
    private int end;

    /// <summary>
    /// The bytes up to the marker, which is passed over; of more than <paramref name="most"/> only the first. Without the marker, all
    /// that is left.
    /// </summary>
    public ReadOnlyMemory<byte> ReadTo(ReadOnlySpan<byte> marker, int most, out bool isFound)
    {
        var taken = new MemoryStream();
        while (true)
        {
            var window = buffer.AsSpan(start, end - start);
            var at = window.IndexOf(marker);
            isFound = at >= 0;
            var count = isFound ? at : Math.Max(0, window.Length - marker.Length + 1);
            Keep(taken, window[..count], most);
            start += isFound ? count + marker.Length : count;
            if (isFound)
                return Whole(taken);
            if (!Fill())
            {
                Keep(taken, buffer.AsSpan(start, end - start), most);
                start = end;
                return Whole(taken);
            }
        }
    }

    private static ReadOnlyMemory<byte> Whole(MemoryStream taken) => taken.GetBuffer().AsMemory(0, (int)taken.Length);

    private static void Keep(MemoryStream taken, ReadOnlySpan<byte> bytes, int most) =>
        taken.Write(bytes[..(int)Math.Min(bytes.Length, most - taken.Length)]);

    private bool Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (end, start) = (end - start, 0);
        var count = stream.Read(buffer.AsSpan(end));
        end += count;
        return count > 0;
    }
}
