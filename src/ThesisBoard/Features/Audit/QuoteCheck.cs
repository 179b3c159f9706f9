using System.Security.Cryptography;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Audit;

/// <summary>Gives a document's bytes, or null where it is not at hand.</summary>
/// <exception cref="DocumentChangedException">They no longer have their hash.</exception>
internal delegate Task<Stream?> OpenDocument(Sha256 hash, CancellationToken ct);

/// <summary>What became of one quote.</summary>
/// <param name="State">exact, moved, changed or lost; "unread" where the document is not at hand or holds no text.</param>
internal sealed record QuoteState(string Evidence, string Document, string Quote, string State);

/// <summary>Looks at every document that a board cites: its bytes have its hash, every quote stands in its text, and what was searched for is still not there.</summary>
internal sealed class QuoteCheck(Record record)
{
    public const string Unread = "unread";
    private readonly List<AuditFinding> documents = [];
    private readonly List<AuditFinding> quotes = [];
    private readonly List<AuditFinding> searches = [];
    private readonly Dictionary<string, QuoteState> states = new(StringComparer.Ordinal);

    /// <summary>Documents whose bytes do not have their hash.</summary>
    public IReadOnlyList<AuditFinding> DocumentFindings => documents;

    /// <summary>Quotes that do not stand in their documents.</summary>
    public IReadOnlyList<AuditFinding> QuoteFindings => quotes;

    /// <summary>Terms that were not to be found and are there.</summary>
    public IReadOnlyList<AuditFinding> SearchFindings => searches;

    public int Looked { get; private set; }

    public int NotAtHand { get; private set; }

    public int Searched { get; private set; }

    public int NotSearched { get; private set; }

    /// <summary>Every anchored quote, by the evidence's key.</summary>
    public IReadOnlyList<QuoteState> States => [.. states.Values.OrderBy(s => s.Evidence, StringComparer.Ordinal)];

    /// <summary>The documents that the board cites, each once.</summary>
    public static IReadOnlyList<Sha256> Cited(Record record) =>
    [
        .. record.Sources.Select(s => s.Document).OfType<Sha256>()
            .Concat(record.Evidence.Select(e => e.Anchor?.Document).OfType<Sha256>())
            .Concat(record.Evidence.SelectMany(e => e.Search?.Documents ?? []).Select(d => d.Hash))
            .Distinct().OrderBy(h => h.Hex, StringComparer.Ordinal),
    ];

    public async Task Run(OpenDocument open, CancellationToken ct)
    {
        foreach (var hash in Cited(record))
        {
            var text = await Text(hash, open, ct);
            foreach (var item in record.Evidence.Where(e => e.Anchor?.Document == hash))
                Quote(item, hash, text);
            foreach (var item in record.Evidence.Where(e => e.Search?.Documents.Any(d => d.Hash == hash) == true))
                Search(item, hash, text);
        }
    }

    private void Quote(EvidenceItem item, Sha256 hash, string? text)
    {
        var finding = text is null ? null : AnchorCheck.Of(item.Anchor!, hash, text);
        states[item.Key] = new(item.Key, hash.Hex, item.Anchor!.Exact, finding?.State.ToString().ToLowerInvariant() ?? Unread);
        if (finding?.State is AnchorState.Changed or AnchorState.Lost)
            quotes.Add(new($"evidence '{item.Key}'", $"its quote does not stand in document {hash.Brief}: {(finding.State == AnchorState.Changed ? "other words stand in its place" : "it is not there")}."));
    }

    private void Search(EvidenceItem item, Sha256 hash, string? text)
    {
        if (text is null)
        {
            NotSearched++;
            return;
        }

        Searched++;
        foreach (var term in item.Search!.Terms.Where(t => TermsInText.Find(text, t, 1).Count > 0))
            searches.Add(new($"evidence '{item.Key}'", $"it says that “{term}” stands nowhere in document {hash.Brief}, and it does."));
    }

    /// <summary>The document's text; null where it is not at hand, was changed, or holds none.</summary>
    private async Task<string?> Text(Sha256 hash, OpenDocument open, CancellationToken ct)
    {
        try
        {
            await using (var content = await open(hash, ct))
            {
                if (content is null)
                {
                    NotAtHand++;
                    return null;
                }

                Looked++;
                if (Sha256.Parse(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct))) != hash)
                    throw new DocumentChangedException(hash);
            }

            await using var again = await open(hash, ct);
            return FilingTextReader.Read(again!, ReadingLimits.Shown, ct).Text;
        }
        catch (DocumentChangedException)
        {
            documents.Add(new($"document {hash.Hex}", "its bytes no longer have this hash: they were damaged or exchanged."));
            return null;
        }
        catch (FilingException)
        {
            return null; // a picture, say: it is kept, and nothing can be quoted from it
        }
    }
}
