using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Documents;

/// <summary>Reads what the reader and the comparison show.</summary>
public sealed class DocumentReader(DocumentReadings readings, BoardReader boards, FilingShelf shelf, TimeProvider clock)
{
    public Task<DocumentAnswer> Read(Actor actor, string slug, string hash, ReaderQuery query, CancellationToken ct) => Guarded(async () =>
    {
        if (await Board(slug, ct) is not { } board || await Reading(actor, slug, hash, ct) is not { } reading)
            return new DocumentAnswer.Missing();
        var inbox = await shelf.Everything(actor, slug, ct);
        var place = PlaceOf(inbox, reading.Hash);
        var evidence = board.State.Evidence.Select(e => e.Item).ToList();
        var anchored = AnchoredEvidence.Of(evidence, reading.Hash, reading);
        var asked = evidence.Find(e => e.Key == query.Evidence && e.Anchor is not null) is { } item ? AnchoredEvidence.Of([item], item.Anchor!.Document, reading)[0] : null;
        var others = Others(inbox, reading.Hash);
        return new DocumentAnswer.Shown(new(
            board.State, reading, place, FactList.Of(reading, board.State.Thesis.Metrics, query), anchored, asked,
            place is null ? [] : Newer(place, others), others, query, actor.May(Permission.Edit) && place is not { IsHeld: true }));
    });

    public Task<DocumentAnswer> Compare(Actor actor, string slug, string hash, string newer, CancellationToken ct) => Guarded(async () =>
    {
        if (await Board(slug, ct) is not { } board || await Reading(actor, slug, hash, ct) is not { } old || await Reading(actor, slug, newer, ct) is not { } other)
            return new DocumentAnswer.Missing();
        var inbox = await shelf.Everything(actor, slug, ct);
        var evidence = AnchoredEvidence.Of(board.State.Evidence.Select(e => e.Item), old.Hash, other);
        return new DocumentAnswer.Compared(new(board.State, old, PlaceOf(inbox, old.Hash), other, PlaceOf(inbox, other.Hash), evidence, actor.May(Permission.Edit)));
    });

    /// <summary>Where a document came from, for this board; the oldest filing that holds it.</summary>
    public async Task<DocumentPlace?> Place(Actor actor, string slug, Sha256 hash, CancellationToken ct) => PlaceOf(await shelf.Everything(actor, slug, ct), hash);

    private async Task<BoardSnapshot?> Board(string slug, CancellationToken ct) =>
        await boards.Read(slug, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);

    private async Task<DocumentReading?> Reading(Actor actor, string slug, string hash, CancellationToken ct) =>
        Sha256.TryParse(hash, out var wanted) ? await readings.Read(actor, slug, wanted, ct) : null;

    private static async Task<DocumentAnswer> Guarded(Func<Task<DocumentAnswer>> read)
    {
        try
        {
            return await read();
        }
        catch (DocumentChangedException e)
        {
            return new DocumentAnswer.Changed(e.Hash, e.Message);
        }
    }

    private static DocumentPlace? PlaceOf(IReadOnlyList<Filing> inbox, Sha256 hash) => inbox
        .OrderBy(f => f.ArrivedAt)
        .SelectMany(f => f.Documents.Where(d => d.Hash == hash).Select(d => new DocumentPlace(f, d)))
        .FirstOrDefault();

    private static List<DocumentPlace> Others(IReadOnlyList<Filing> inbox, Sha256 hash) =>
    [
        .. inbox.OrderByDescending(f => f.Filed ?? DateOnly.FromDateTime(f.ArrivedAt))
            .SelectMany(f => f.Documents.Where(d => d.Hash != hash).Select(d => new DocumentPlace(f, d)))
            .DistinctBy(p => p.Document.Hash),
    ];

    /// <summary>The same exhibit of the same filing with other bytes, and the same exhibit of an amendment or later copy of the same form and period.</summary>
    private static List<DocumentPlace> Newer(DocumentPlace place, List<DocumentPlace> others)
    {
        var (filing, document) = (place.Filing, place.Document);
        return [.. others.Where(o => IsSamePart(o, place) && IsLater(o.Filing, filing) && (IsSameFiling(o.Filing, filing) || IsSameReport(o.Filing, filing) || IsSameName(o.Document, document)))];
    }

    private static bool IsSamePart(DocumentPlace one, DocumentPlace other) => Part(one) == Part(other);

    /// <summary>The main document has its form for an exhibit, and an amendment another form: both are the main part.</summary>
    private static string Part(DocumentPlace place) => place.Document.Exhibit.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) ? place.Document.Exhibit.ToUpperInvariant() : "";

    private static bool IsSameFiling(Filing one, Filing other) => one.Id == other.Id || (one.Accession is not null && one.Accession == other.Accession);

    private static bool IsSameReport(Filing one, Filing other) => one.Form.Length > 0 && Plain(one.Form) == Plain(other.Form) && one.PeriodEnd is not null && one.PeriodEnd == other.PeriodEnd;

    private static bool IsSameName(FilingDocument one, FilingDocument other) => one.Name.Length > 0 && one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsLater(Filing one, Filing other) => one.Filed is { } a && other.Filed is { } b && a != b ? a > b : one.ArrivedAt >= other.ArrivedAt;

    private static string Plain(string form) => form.EndsWith("/A", StringComparison.OrdinalIgnoreCase) ? form[..^2] : form;
}
