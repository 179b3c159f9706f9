using Microsoft.Extensions.Caching.Memory;

namespace ThesisBoard.Features.Documents;

/// <summary>What became of uploads that were sent by a plain form, until the next page shows it. A few, for a while.</summary>
public sealed class UploadReports : IDisposable
{
    private const int Most = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly MemoryCache reports = new(new MemoryCacheOptions { SizeLimit = Most });

    public Guid Put(string slug, IReadOnlyList<UploadEvent> outcome)
    {
        var id = Guid.NewGuid();
        reports.Set((slug, id), outcome, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        return id;
    }

    public IReadOnlyList<UploadEvent> Of(string slug, string? id) =>
        Guid.TryParse(id, out var known) && reports.TryGetValue((slug, known), out IReadOnlyList<UploadEvent>? outcome) && outcome is not null ? outcome : [];

    public void Dispose() => reports.Dispose();
}
