using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Sources.Sec;
using Xunit;

namespace ThesisBoard.Tests.Sources.Sec;

public sealed class EdgarPaceTests
{
    [Fact]
    public async Task No_second_holds_more_than_ten_requests_however_many_wait()
    {
        var clock = new FakeTimeProvider();
        using var pace = new EdgarPace(clock);
        var left = new List<DateTimeOffset>();
        var waiting = Enumerable.Range(0, 95).Select(async _ =>
        {
            await pace.Wait(default);
            lock (left)
                left.Add(clock.GetUtcNow());
        }).ToList();
        for (var patience = Stopwatch.StartNew(); waiting.Any(w => !w.IsCompleted);)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"Only {left.Count} got through.");
            clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(1, TestContext.Current.CancellationToken); // who was let through goes on by another thread, on a busy machine not at once
        }

        Assert.Equal(95, left.Count);
        Assert.All(left, from => Assert.True(left.Count(t => t >= from && t < from + TimeSpan.FromSeconds(1)) <= EdgarPace.Most));
    }

    [Fact]
    public async Task Who_asks_seldom_never_waits()
    {
        var clock = new FakeTimeProvider();
        using var pace = new EdgarPace(clock);
        for (var n = 0; n < 50; n++)
        {
            Assert.True(pace.Wait(default).IsCompletedSuccessfully);
            clock.Advance(TimeSpan.FromMilliseconds(120));
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task Who_stops_waiting_gives_up_the_turn()
    {
        var clock = new FakeTimeProvider();
        using var pace = new EdgarPace(clock);
        for (var n = 0; n < EdgarPace.Most; n++)
            await pace.Wait(default);
        using var stop = new CancellationTokenSource();
        var stopped = pace.Wait(stop.Token);
        var next = pace.Wait(default);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        for (var step = 0; !next.IsCompleted && step < 500; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.True(next.IsCompletedSuccessfully);
    }
}
