using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.StoredDocuments;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>The app in-process with a database and a clock of its own, and what people do with share links. Two houses on one folder are two nodes.</summary>
internal sealed class ShareHouse : IAsyncDisposable
{
    public const string Slug = "cango-ai-pivot";
    public const string Sharing = $"/t/{Slug}/sharing";
    private readonly DirectoryInfo data;
    private readonly bool ownsData;
    private readonly WebApplicationFactory<Program> app;

    public ShareHouse(ShareHouse? beside = null)
    {
        (data, ownsData, Clock) = beside is null
            ? (Directory.CreateTempSubdirectory("thesisboard-"), true, new HouseClock(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)))
            : (beside.data, false, beside.Clock);
        app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("THESISBOARD_DATA", data.FullName);
            host.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        });
    }

    public HouseClock Clock { get; }

    public LogLines Log { get; } = new();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A browser: it keeps cookies, and follows redirects when it is told to.</summary>
    public HttpClient Reader(bool follows = true) => app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = follows });

    public async Task<HttpClient> Member(Role role)
    {
        var client = Reader();
        var link = $"/sign-in/{await Get<SignInLinks>().Create(Store.Machine, $"The {role}", role)}";
        using var answer = await Post(client, link, "use-link");
        answer.EnsureSuccessStatusCode();
        return client;
    }

    public async Task<(string Page, Guid Id)> Make(ShareChoices choices, string slug = Slug)
    {
        var token = ShareToken.New();
        var write = new MakeShareLink(ShareToken.HashOf(token), choices);
        await Save(write, slug);
        return (ShareUrls.Share(token), write.Id);
    }

    public async Task Save(BoardWrite write, string slug = Slug)
    {
        var result = await Get<BoardTransaction>().Save(Store.Machine, slug, write);
        Assert.True(result is WriteResult.Saved, $"{result}");
    }

    /// <summary>Sends a form of a page as a browser does.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string page, string form, params (string Name, string Value)[] fields)
    {
        var body = fields.ToDictionary(f => f.Name, f => f.Value);
        body["_handler"] = form;
        body["__RequestVerificationToken"] = await DocumentHouse.Token(client, page);
        return await client.PostAsync(page, new FormUrlEncodedContent(body));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (!ownsData)
            return;
        await Folders.Delete(data);
    }
}

/// <summary>A clock that can also leap: what the app does every few seconds is then not done thousands of times.</summary>
internal sealed class HouseClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan leapt;

    public void Leap(TimeSpan time) => leapt += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + leapt;
}

/// <summary>Everything that the app logs, at every level.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly List<string> lines = [];

    public string All
    {
        get { lock (lines) return string.Join('\n', lines); }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines to, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (to.lines)
                to.lines.Add($"{logLevel} {category} {formatter(state, exception)} {exception}");
        }
    }
}
