using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Documents;

/// <summary>What the built app's own process needs at most while a file of a hundred megabytes is brought in and looked at.</summary>
public sealed partial class UploadMemoryTests
{
    private const string Inbox = "/t/cango-ai-pivot/inbox";
    private const long Hundred = (100L * 1024 * 1024) - 4096;

    /// <summary>The stated bounds, over what the process held before; what the collector has not taken back yet counts too. A PDF is held whole.</summary>
    private const long Most = 300L * 1024 * 1024;
    private const long MostOfAPdf = 900L * 1024 * 1024;
    private const long MostToOpen = 600L * 1024 * 1024;

    [Fact]
    public async Task A_hundred_megabytes_stay_within_the_stated_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Peaks are read from /proc.");
        await using var server = await BoardServer.Start(new Dictionary<string, string> { ["DOTNET_JITMinOpts"] = "0" }); // compiled as people run it: other code holds on to more
        using var client = await Owner(server);
        await Send(client, "warm.txt", "Long-term debt was reduced.\n", 10_000_000);
        var said = new List<string>();
        foreach (var (name, unit, expected) in new[]
        {
            ("lines.txt", "Long-term debt was reduced to what it was before.\n", "is not shown or searched"),
            ("endless.txt", "words without an end ", "is not shown or searched"),
            ("page.htm", "<p>Long-term debt was reduced, as this long paragraph of a page of no importance says at length, over and over, word by word.</p>\n", "is not shown or searched"),
            ("table.htm", "<td>1,234</td>", ""),
            ("broken.pdf", "%PDF-1.7 and nothing of it ", "Not taken"),
        })
        {
            var before = await server.ResetPeak();
            var answer = await Send(client, name, unit, Hundred);
            var peak = server.PeakMemory;
            said.Add(FormattableString.Invariant($"{name}: {(peak - before) >> 20} MB over {before >> 20} MB; {answer}"));
            Assert.Contains(expected, answer, StringComparison.Ordinal);
            Assert.True(peak - before < (name.EndsWith(".pdf", StringComparison.Ordinal) ? MostOfAPdf : Most), string.Join('\n', said));
        }

        // Opening what is too long says so, and makes no half of a page first.
        foreach (var filing in Filing().Matches(await client.GetStringAsync(Inbox)).Select(m => m.Value).Distinct())
        {
            var resting = await server.ResetPeak();
            var page = await client.GetStringAsync(filing);
            for (var n = 0; n < 100 && page.Contains("Reading …", StringComparison.Ordinal); n++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
                page = await client.GetStringAsync(filing);
            }

            said.Add(FormattableString.Invariant($"opened {filing[^4..]}: {(server.PeakMemory - resting) >> 20} MB over {resting >> 20} MB"));
            Assert.True(server.PeakMemory - resting < MostToOpen, string.Join('\n', said));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', said));
    }

    private static async Task<HttpClient> Owner(BoardServer server)
    {
        var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(3) };
        var link = server.OwnerLink!.PathAndQuery;
        using var answer = await client.PostAsync(link, new FormUrlEncodedContent(
            [new("_handler", "use-link"), new("Name", "Ada"), new("__RequestVerificationToken", await Token(client, link))]));
        Assert.True(answer.IsSuccessStatusCode);
        return client;
    }

    /// <summary>Sends a file made of one piece again and again, and gives the last line of the answer.</summary>
    private static async Task<string> Send(HttpClient client, string name, string unit, long length)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(new Repeated(Encoding.ASCII.GetBytes(unit), length)), "files", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Inbox}/upload") { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/x-ndjson"));
        request.Headers.Add("RequestVerificationToken", await Token(client, Inbox));
        using var answer = await client.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
    }

    private static async Task<string> Token(HttpClient client, string page) => AntiForgery().Match(await client.GetStringAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();

    [GeneratedRegex(Inbox + "/[0-9a-f-]{36}")]
    private static partial Regex Filing();

    private sealed class Repeated(byte[] unit, long length) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - at);
            for (var i = 0; i < count; i++)
                buffer[i] = unit[(int)((at + i) % unit.Length)];
            at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
