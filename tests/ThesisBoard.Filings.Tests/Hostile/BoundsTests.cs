using System.Diagnostics;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Time.Testing;

namespace ThesisBoard.Filings.Tests.Hostile;

public sealed class BoundsTests
{
    [Fact]
    public void Billion_laughs_are_refused_at_once_and_never_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var document = $"<!DOCTYPE html [<!ENTITY l0 \"lol\">{entities}]>\n" + Body(Ixbrl.Document(Ixbrl.Number("&l9;")));
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(FilingErrorKind.UndeclaredEntity, Kind(document));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void An_external_entity_is_neither_fetched_nor_expanded()
    {
        var document = "<!DOCTYPE html SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" + Body(Ixbrl.Document("<p>&x;</p>"));
        Assert.Equal(FilingErrorKind.UndeclaredEntity, Kind(document));
    }

    [Fact]
    public void Ten_thousand_nested_elements_are_too_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 10_000));
        Assert.Equal(FilingErrorKind.TooDeep, Kind(Ixbrl.Document(deep)));
        Assert.Equal(FilingErrorKind.TooDeep, Kind(Ixbrl.Document(Ixbrl.Number("5")), new ReadLimits { MaxDepth = 3 }));
    }

    [Fact]
    public void More_bytes_than_allowed_are_too_many()
    {
        var limits = new ReadLimits { MaxBytes = 100_000 };
        Assert.Equal(FilingErrorKind.TooLarge, Kind(Ixbrl.Document(new string(' ', 100_000)), limits));
        Assert.Equal(FilingErrorKind.TooLarge, Kind("{\"cik\":1,\"facts\":{}" + new string(' ', 100_000) + "}", limits));
    }

    [Fact]
    public void More_facts_or_text_than_allowed_are_too_many()
    {
        Assert.Equal(FilingErrorKind.TooManyItems, Kind(Ixbrl.Document(Ixbrl.Number("5") + Ixbrl.Number("5")), new ReadLimits { MaxItems = 4 }));
        var nested = string.Concat(Enumerable.Repeat("<ix:nonNumeric name=\"m:N\" contextRef=\"now\">", 50)) + new string('x', 10_000);
        Assert.Equal(
            FilingErrorKind.TooMuchText,
            Kind(Ixbrl.Document(nested + string.Concat(Enumerable.Repeat("</ix:nonNumeric>", 50))), new ReadLimits { MaxTextCharacters = 100_000 }));
    }

    [Fact]
    public void Reading_for_longer_than_allowed_is_too_slow()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(30) };
        Assert.Equal(FilingErrorKind.TooSlow, Kind(Ixbrl.Document(Ixbrl.Number("5")), new ReadLimits { Clock = clock, MaxTime = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public void Cancellation_is_honoured() => Assert.Throws<OperationCanceledException>(() =>
        FilingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Ixbrl.Document(""))), cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void A_truncated_report_is_damaged_and_never_half_read()
    {
        var document = Ixbrl.Document(Ixbrl.Number("5"));
        Assert.Equal(FilingErrorKind.Malformed, Kind(document[..^20]));
    }

    [Fact]
    public void A_large_document_without_facts_costs_no_more_memory_than_passing_over_it()
    {
        var document = Ixbrl.Document(Ixbrl.Number("5"));
        var bare = Allocated(() =>
        {
            using var reader = XmlReader.Create(new Padded(document, 90L * 1024 * 1024));
            while (reader.Read())
            {
            }
        });
        var ours = Allocated(() => Assert.Single(FilingReader.Read(new Padded(document, 90L * 1024 * 1024), cancellation: TestContext.Current.CancellationToken).Facts));
        Assert.InRange(ours, 0, bare + 1024 * 1024);
    }

    private static long Allocated(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Body(string document) => document[(document.IndexOf("?>", StringComparison.Ordinal) + 2)..];

    private static FilingErrorKind Kind(string document, ReadLimits? limits = null) =>
        Assert.Throws<FilingException>(() => Ixbrl.Read(document, limits)).Kind;

    /// <summary>A document with as many plain paragraphs before its end as asked for.</summary>
    private sealed class Padded(string document, long padding) : Stream
    {
        private static readonly byte[] Paragraph = Encoding.UTF8.GetBytes("<p style=\"margin:0\">words of no importance</p>\n");
        private readonly byte[] head = Encoding.UTF8.GetBytes(document[..document.IndexOf("</body>", StringComparison.Ordinal)]);
        private readonly byte[] tail = "</body></html>"u8.ToArray();
        private long at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var middle = padding - padding % Paragraph.Length;
            var (source, offset) = at < head.Length ? (head, at)
                : at < head.Length + middle ? (Paragraph, (at - head.Length) % Paragraph.Length)
                : (tail, at - head.Length - middle);
            var count = (int)Math.Min(buffer.Length, source.Length - offset);
            source.AsSpan((int)offset, count).CopyTo(buffer);
            at += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
