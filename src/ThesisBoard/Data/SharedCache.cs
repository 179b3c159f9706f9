using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace ThesisBoard.Data;

/// <summary>A bounded cache in which whoever asks for the same missing value waits for one computation.</summary>
internal sealed class SharedCache<TKey, TValue>(long limit, Func<TValue, long> weight) : IDisposable
    where TKey : notnull
    where TValue : class
{
    private readonly MemoryCache values = new(new MemoryCacheOptions { SizeLimit = limit });
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue?>>> computing = new();

    public TValue? Peek(TKey key) => values.TryGetValue(key, out TValue? value) ? value : null;

    public void Put(TKey key, TValue value) => values.Set(key, value, new MemoryCacheEntryOptions { Size = weight(value) });

    public void Remove(TKey key) => values.Remove(key);

    /// <summary>The value; null is not kept. One who stops waiting does not stop the computation for the others.</summary>
    public async ValueTask<TValue?> Get(TKey key, Func<Task<TValue?>> compute, CancellationToken ct) =>
        Peek(key) ?? await computing.GetOrAdd(key, k => new(() => Task.Run(() => Compute(k, compute), CancellationToken.None))).Value.WaitAsync(ct);

    public void Dispose() => values.Dispose();

    private async Task<TValue?> Compute(TKey key, Func<Task<TValue?>> compute)
    {
        try
        {
            var value = await compute();
            if (value is not null)
                Put(key, value);
            return value;
        }
        finally
        {
            computing.TryRemove(key, out _);
        }
    }
}
