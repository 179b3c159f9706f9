using Microsoft.Extensions.Caching.Memory;
using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Features.Starts;

/// <summary>A filing that was dropped before its board is made.</summary>
/// <param name="Says">What was found in it, in a sentence.</param>
/// <param name="Currency">The currency of most of its figures; blank where it has none.</param>
/// <param name="PeriodEnd">The last day of what it reports on; null where it does not say.</param>
/// <param name="Figures">Its figures for the metrics of the library, as the board's own reader finds them; not on any record.</param>
public sealed record StartFile(Guid Id, string Name, string Says, string Currency, DateOnly? PeriodEnd, IReadOnlyList<Observation> Figures, FileStream Content) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>
/// Dropped filings until their board is made: one a member, for two hours, in files that vanish with the program. What is lost here is a file that the member
/// still has.
/// </summary>
internal sealed class StartFiles : IDisposable
{
    private const long MostBytes = 1024L * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);
    private readonly MemoryCache files = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Keeps a file in the place of the member's last one; false when too much waits already.</summary>
    public bool Put(Guid member, StartFile file)
    {
        Take(member)?.Dispose(); // first, so that its own bytes do not stand in the way
        files.Set(member, file, new MemoryCacheEntryOptions { Size = Math.Max(1, file.Content.Length), AbsoluteExpirationRelativeToNow = Kept }
            .RegisterPostEvictionCallback((_, value, reason, _) =>
            {
                if (reason is not EvictionReason.Removed)
                    ((StartFile)value!).Dispose();
            }));
        return Of(member, file.Id) is not null;
    }

    /// <summary>The member's file by its number; null when it is gone, or another's.</summary>
    public StartFile? Of(Guid? member, Guid? id) =>
        member is { } who && files.TryGetValue(who, out StartFile? file) && file?.Id == id ? file : null;

    /// <summary>Takes the file out; whoever does disposes of it.</summary>
    public StartFile? Take(Guid member, Guid? id) => Of(member, id) is null ? null : Take(member);

    public void Dispose()
    {
        foreach (var member in files.Keys)
            Take(member)?.Dispose();
        files.Dispose();
    }

    private StartFile? Take(object member)
    {
        if (!files.TryGetValue(member, out StartFile? file))
            return null;
        files.Remove(member);
        return file;
    }
}
