using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ThesisBoard.Filings.Pdf;

/// <summary>PdfPig's filters, each of which first makes sure that what it unpacks stays within the bounds.</summary>
internal sealed class BoundedFilters(PdfGuard guard) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> bounded = [];

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters)
    {
        var result = new List<IFilter>(filters.Count);
        foreach (var filter in filters)
        {
            if (!bounded.TryGetValue(filter, out var wrapped))
                bounded.Add(filter, wrapped = new BoundedFilter(filter, guard));
            result.Add(wrapped);
        }
        return result;
    }

    private sealed class BoundedFilter(IFilter inner, PdfGuard guard) : IFilter
    {
        // The most that a byte can become, by the formats' own definitions.
        private const int DeflateRatio = 1032;
        private const int LzwRatio = 2731;
        private const int RunLengthRatio = 64;
        private const int TextRatio = 4;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            switch (inner)
            {
                case FlateFilter when (long)input.Length * DeflateRatio > guard.Limits.MaxExpandedBytes / 16:
                    guard.RequireRoom(Inflated(input));
                    break;
                case FlateFilter:
                    guard.RequireRoom(0);
                    break;
                case LzwFilter:
                    guard.RequireRoom((long)input.Length * LzwRatio);
                    break;
                case RunLengthFilter:
                    guard.RequireRoom((long)input.Length * RunLengthRatio);
                    break;
                default:
                    guard.RequireRoom((long)input.Length * TextRatio);
                    break;
            }
            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            guard.Expanded(output.Length);
            return output;
        }

        /// <summary>What a stream unpacks to, counted without keeping it, at most to just past the bound.</summary>
        private long Inflated(Memory<byte> input)
        {
            using var packed = new MemoryStream(input.ToArray());
            using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[65536];
            var total = 0L;
            try
            {
                while (inflate.Read(buffer) is var count and > 0 && total <= guard.Limits.MaxExpandedBytes)
                {
                    total += count;
                    guard.CountStep();
                }
            }
            catch (InvalidDataException)
            {
                // Damaged streams are PdfPig's to mend; what came out so far is what they hold.
            }
            return total;
        }
    }
}
