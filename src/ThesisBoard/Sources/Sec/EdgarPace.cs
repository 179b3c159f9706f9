namespace ThesisBoard.Sources.Sec;

/// <summary>
/// At most ten requests in any second, over the whole process and retries included: the SEC's limit. The window is kept a little longer than a second, since
/// requests that leave apart may arrive closer together.
/// </summary>
internal sealed class EdgarPace(TimeProvider clock) : IDisposable
{
    public const int Most = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1100);
    private readonly SemaphoreSlim turn = new(1);
    private readonly Queue<long> sent = new(Most);

    /// <summary>Waits until one more request may leave; in the order of asking.</summary>
    public async Task Wait(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (sent.Count == Most)
            {
                var left = Window - clock.GetElapsedTime(sent.Peek());
                if (left > TimeSpan.Zero)
                    await Task.Delay(left, clock, ct);
                sent.Dequeue();
            }

            sent.Enqueue(clock.GetTimestamp());
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}

/// <summary>Keeps every request to the pace. Innermost, so that a retry waits for its turn too.</summary>
internal sealed class PacedHandler(EdgarPace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await pace.Wait(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
