using System.Text;

namespace ThesisBoard.Tests.Features.StoredDocuments;

/// <summary>Sends some of it, and then the sender is gone.</summary>
internal sealed class StalledStream(byte[] bytes, CancellationTokenSource stop) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position > 0)
        {
            await Task.Delay(200, CancellationToken.None); // what was sent is there
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException("gone");
        }

        return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 50)], cancellationToken);
    }
}

/// <summary>A stream that does not tell its length.</summary>
internal sealed class UnsizedStream(Stream inner) : Stream
{
    public UnsizedStream(int length)
        : this(new MemoryStream(Encoding.ASCII.GetBytes(new string('a', length))))
    {
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
