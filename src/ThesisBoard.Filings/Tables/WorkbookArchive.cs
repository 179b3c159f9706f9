using System.IO.Compression;
using System.Xml;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Tables;

/// <summary>
/// The parts of a workbook, unpacked in memory only. Before anything is unpacked, the number of entries, their declared sizes and
/// their ratios are checked; while it is, what really comes out is counted, since a declaration may lie.
/// </summary>
internal sealed class WorkbookArchive : IDisposable
{
    // Small parts of repeated XML pack far better than any real table.
    private const int SmallPart = 1024 * 1024;
    private readonly ZipArchive archive;
    private readonly ReadBudget budget;
    private long expanded;

    public WorkbookArchive(byte[] bytes, ReadBudget budget)
    {
        this.budget = budget;
        if (bytes.AsSpan().Count("PK\x01\x02"u8) > budget.Limits.MaxParts)
            throw new FilingException(FilingErrorKind.TooManyParts, $"The archive has more than {budget.Limits.MaxParts:N0} entries.");
        archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var declared = 0L;
        foreach (var entry in archive.Entries)
        {
            if (entry.Length < 0 || entry.Length > budget.Limits.MaxExpandedBytes - declared)
                throw TooMuch();
            declared += entry.Length;
            if (entry.Length > SmallPart && entry.Length / Math.Max(1, entry.CompressedLength) > budget.Limits.MaxExpansion)
                throw TooMuch();
        }
    }

    /// <summary>Opens a part by its path in the archive; <see langword="null"/> if there is none.</summary>
    public XmlReader? Open(string path) => archive.GetEntry(path.TrimStart('/')) is { } entry
        ? XmlReader.Create(new Counted(entry.Open(), Math.Max(1, entry.CompressedLength), this), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        })
        : null;

    public void Dispose() => archive.Dispose();

    private void Take(int count, long fromPart, long packed)
    {
        expanded += count;
        budget.CheckTime();
        if (expanded > budget.Limits.MaxExpandedBytes || (fromPart > SmallPart && fromPart / packed > budget.Limits.MaxExpansion))
            throw TooMuch();
    }

    private FilingException TooMuch() => new(
        FilingErrorKind.ExpandsTooMuch,
        $"The archive unpacks to more than {budget.Limits.MaxExpandedBytes:N0} bytes, or to more than {budget.Limits.MaxExpansion} times its size.");

    private sealed class Counted(Stream inner, long packed, WorkbookArchive owner) : Stream
    {
        private long total;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            owner.Take(read, total += read, packed);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
