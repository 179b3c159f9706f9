namespace ThesisBoard.Features.Documents;

/// <summary>A part of a file, read as if it were a file of its own.</summary>
internal sealed class Slice(Stream file, long start, long length) : Stream
{
    private long at;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => at;
        set => at = value;
    }

    public override int Read(Span<byte> buffer)
    {
        file.Position = start + at;
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, length - at)]);
        at += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        file.Position = start + at;
        var read = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - at)], cancellationToken);
        at += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => at = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => at + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
