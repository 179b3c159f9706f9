using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Hostile;

public sealed class DocumentBoundsTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<span>")]
    public void Ten_thousand_nested_elements_are_too_deep(string element)
    {
        var deep = "<html>" + string.Concat(Enumerable.Repeat(element, 10_000));
        Assert.Equal(FilingErrorKind.TooDeep, Sample.Error(() => Sample.Text(deep)));
        Assert.Equal(FilingErrorKind.TooDeep, Sample.Error(() => Sample.Page(deep)));
    }

    [Fact]
    public void Tags_that_nobody_closed_are_no_depth()
    {
        var sloppy = "<html>" + string.Concat(Enumerable.Repeat("<p><font><b>x<li>y<tr><td>z", 2_000)) + string.Concat(Enumerable.Repeat("</div></b></x>", 2_000));
        Assert.Equal(6_000, Sample.Text(sloppy).Text.Count(char.IsAsciiLetter));
    }

    [Theory]
    [InlineData("<p>words of no importance, and a figure of 30.6</p>\n")]
    [InlineData("<table><tr><td>a</td><td>1,234</td></tr></table>\n")]
    [InlineData("</div></td><!-- -->&amp;<b>")]
    [InlineData("<p title='x")]
    public void A_hundred_megabytes_end_in_text_or_in_an_error_of_their_own(string pattern)
    {
        var started = Stopwatch.GetTimestamp();
        var kind = Kind(() => FilingTextReader.Read(new Repeated("<html>", pattern, 100L * 1024 * 1024 - 100), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(kind, (FilingErrorKind?[])[null, FilingErrorKind.TooManyItems, FilingErrorKind.Malformed, FilingErrorKind.TooDeep]);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 60);
    }

    [Fact]
    public void Each_bound_has_its_own_error()
    {
        var page = "<html>" + string.Concat(Enumerable.Repeat("<p>some text</p>", 1000));
        Assert.Equal(FilingErrorKind.TooLarge, Kind(() => Sample.Text(page, new ReadLimits { MaxBytes = 1000 })));
        Assert.Equal(FilingErrorKind.TooManyItems, Kind(() => Sample.Text(page, new ReadLimits { MaxItems = 10 })));
        Assert.Equal(FilingErrorKind.TooMuchText, Kind(() => Sample.Text(page, new ReadLimits { MaxTextCharacters = 100 })));
        Assert.Equal(FilingErrorKind.TooMuchText, Kind(() => Sample.Text("<html>" + new string('x', 1000), new ReadLimits { MaxTextCharacters = 100 })));
        Assert.Equal(FilingErrorKind.TooMuchText, Kind(() => Sample.Page(page, new ReadLimits { MaxPageCharacters = 10_000 })));
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(30) };
        Assert.Equal(FilingErrorKind.TooSlow, Kind(() => Sample.Text(page, new ReadLimits { Clock = clock, MaxTime = TimeSpan.FromSeconds(1) })));
        Assert.Throws<OperationCanceledException>(() => FilingTextReader.Read(Sample.Stream(page), cancellation: new CancellationToken(canceled: true)));
    }

    /// <summary>No document of prose has such lines; what has them is cut into pieces instead of being held whole.</summary>
    [Theory]
    [InlineData("<html><p>", "a word ")]
    [InlineData("<html><p>", "x")]
    [InlineData("plain ", "words without an end ")]
    [InlineData("plain ", "a line and another that goes on\n")]
    public void A_line_or_paragraph_without_an_end_is_cut_and_loses_nothing(string start, string unit)
    {
        var document = start + string.Concat(Enumerable.Repeat(unit, 3_000_000 / unit.Length));
        var text = Sample.Text(document);
        Assert.All(text.Blocks, b => Assert.InRange(b.Length, 1, 1024 * 1024 + 200));
        Assert.Equal(document.Replace("<html><p>", "", StringComparison.Ordinal).Count(c => !char.IsWhiteSpace(c)), text.Text.Count(c => !char.IsWhiteSpace(c)));
        Assert.Equal(text.Text, Sample.Page(document).Text.Text);
    }

    [Theory]
    [InlineData("<html>", "<p>Long-term debt was $1 million.</p>")]
    [InlineData("<html><table><tr>", "<td>cell</td>")]
    [InlineData("plain text\n", "goes on\n\n")]
    public void A_document_that_is_skimmed_is_read_to_its_end_and_only_its_beginning_is_kept(string start, string unit)
    {
        var document = start + string.Concat(Enumerable.Repeat(unit, 20_000));
        var whole = Sample.Text(document);
        var skimmed = FilingTextReader.Skim(Sample.Stream(document), 1_000, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(whole.Text.Length, skimmed.Characters);
        Assert.StartsWith(skimmed.Beginning.Text, whole.Text, StringComparison.Ordinal);
        Assert.Equal(whole.Blocks.Take(skimmed.Beginning.Blocks.Count), skimmed.Beginning.Blocks);
        Assert.InRange(skimmed.Beginning.Text.Length, 1_000, 200_000);
        Assert.Equal(FilingErrorKind.TooManyItems, Kind(() => FilingTextReader.Skim(Sample.Stream("<html>" + string.Concat(Enumerable.Repeat("<p>a</p>", 100))), 10, new ReadLimits { MaxItems = 99 })));
    }

    [Fact]
    public void Facts_and_lists_hold_no_text_to_read()
    {
        Assert.Equal(FilingErrorKind.Unsupported, Kind(() => Sample.Text("{\"cik\":1}")));
        Assert.Equal(FilingErrorKind.Unsupported, Kind(() => Sample.Text("<?xml version=\"1.0\"?><xbrl xmlns=\"http://www.xbrl.org/2003/instance\"/>")));
        Assert.Equal(FilingErrorKind.TooManyRequests, Kind(() => Sample.Text("<html>Request Rate Threshold Exceeded</html>")));
    }

    [Fact]
    public void A_billion_laughs_stay_four_characters()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        Assert.Equal("&l9;\n", Sample.Text($"<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY l0 \"lol\">{entities}]><html><p>&l9;</p></html>").Text);
    }

    private static FilingErrorKind? Kind(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FilingException e)
        {
            return e.Kind;
        }
    }

    /// <summary>A start, and then the same over and over.</summary>
    private sealed class Repeated(string head, string pattern, long length) : Stream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes(head);
        private readonly byte[] pattern = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(pattern, 1 + 8192 / pattern.Length)));
        private long at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var (source, offset) = at < head.Length ? (head, at) : (pattern, (at - head.Length) % pattern.Length);
            var count = (int)Math.Min(Math.Min(buffer.Length, source.Length - offset), length - at);
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
