using ThesisBoard.Filings.Edgar;
using ThesisBoard.Filings.Text;
using ThesisBoard.Filings.Xbrl;

namespace ThesisBoard.Filings;

/// <summary>One document of a report.</summary>
/// <param name="Name">What to call it in places; it says nothing about the content.</param>
public sealed record FilingPart(string Name, Stream Content);

/// <summary>
/// Reads the facts of a file: inline XBRL, an XBRL instance, a full submission that carries them, or EDGAR company facts.
/// The content decides which; hostile input is refused within <see cref="ReadLimits"/>.
/// </summary>
public static class FilingReader
{
    /// <summary>Reads one document.</summary>
    /// <exception cref="FilingException">The file cannot be read as a whole; <see cref="FilingException.Kind"/> says why.</exception>
    public static ReadResult Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default) =>
        Read([new FilingPart("", content)], limits, cancellation);

    /// <summary>
    /// Reads the documents of one report as one: contexts and units may stand in any of them. Each is read once, forward,
    /// and the streams stay open.
    /// </summary>
    /// <exception cref="FilingException">One of them cannot be read as a whole.</exception>
    public static ReadResult Read(IReadOnlyList<FilingPart> parts, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        var reader = new ReportReader(budget);
        foreach (var part in parts)
        {
            var stream = new BoundedStream(part.Content, budget);
            var prefix = stream.Peek();
            if (FileKinds.IsJson(prefix))
            {
                return parts.Count == 1
                    ? CompanyFactsReader.Read(stream, budget).ToReadResult()
                    : throw new FilingException(FilingErrorKind.NotFacts, $"'{part.Name}' is JSON, which is no document of a report.");
            }
            FileKinds.Refuse(prefix);
            reader.Read(new CharSource(TextDecoder.Open(stream, prefix), part.Name));
        }
        return reader.Finish();
    }
}
