namespace ThesisBoard.Filings.Text;

/// <summary>The budget of one read, shared by all documents of a report: bytes, time and cancellation.</summary>
internal sealed class ReadBudget(ReadLimits limits, CancellationToken cancellation)
{
    private readonly long started = limits.Clock.GetTimestamp();
    private const int StepsBetweenTimeChecks = 4096;
    private long bytes;
    private int steps;

    public ReadLimits Limits => limits;

    public void TakeBytes(int count)
    {
        bytes += count;
        if (bytes > limits.MaxBytes)
            throw new FilingException(FilingErrorKind.TooLarge, $"The file is larger than {limits.MaxBytes:N0} bytes.");
        CheckTime();
    }

    /// <summary>Counts one step of work and looks at the clock from time to time.</summary>
    public void CountStep()
    {
        if (++steps == StepsBetweenTimeChecks)
        {
            steps = 0;
            CheckTime();
        }
    }

    public void CheckTime()
    {
        cancellation.ThrowIfCancellationRequested();
        if (limits.Clock.GetElapsedTime(started) > limits.MaxTime)
            throw new FilingException(FilingErrorKind.TooSlow, $"Reading took longer than {limits.MaxTime.TotalSeconds:0.#} seconds.");
    }
}

/// <summary>A forward-only stream that charges every byte to the budget and lets its first bytes be looked at.</summary>
internal sealed class BoundedStream(Stream inner, ReadBudget budget) : Stream
{
    private const int PeekSize = 8192;
    private byte[] peeked = [];
    private int peekedAt;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The first bytes of the stream, at most 8 KB; to be called before anything is read.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        var buffer = new byte[PeekSize];
        var count = inner.ReadAtLeast(buffer, PeekSize, throwOnEndOfStream: false);
        budget.TakeBytes(count);
        peeked = buffer[..count];
        return peeked;
    }

    public override int Read(Span<byte> buffer)
    {
        if (peekedAt < peeked.Length)
        {
            var rest = peeked.AsSpan(peekedAt);
            var taken = Math.Min(rest.Length, buffer.Length);
            rest[..taken].CopyTo(buffer);
            peekedAt += taken;
            return taken;
        }
        var count = inner.Read(buffer);
        budget.TakeBytes(count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>All bytes; held once where the stream knows its length.</summary>
    public byte[] ReadToEnd()
    {
        var length = inner.CanSeek ? inner.Length - inner.Position + peeked.Length - peekedAt : 0;
        using var all = new MemoryStream((int)Math.Clamp(length, 0, budget.Limits.MaxBytes));
        CopyTo(all, 81920);
        return all.Length == all.Capacity ? all.GetBuffer() : all.ToArray();
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
