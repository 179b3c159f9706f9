using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Editing;

/// <summary>The app in-process on a real port of loopback, with a database of its own: circuits need real connections.</summary>
internal sealed class CircuitHouse : IAsyncDisposable
{
    public const string Slug = "cango-ai-pivot";
    public const string Board = $"/t/{Slug}";
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");
    private readonly WebApplicationFactory<Program> app;
    private readonly List<IAsyncDisposable> open = [];
    private readonly List<IDisposable> visitors = [];

    private CircuitHouse(Action<CircuitOptions>? circuits, (string Name, string Value)[] settings)
    {
        app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("THESISBOARD_DATA", data.FullName);
            foreach (var (name, value) in settings)
                host.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services =>
            {
                services.PostConfigure<CircuitOptions>(options => circuits?.Invoke(options));
                services.ConfigureDbContext<SqliteBoardDb>(options => options.AddInterceptors(Database));
            });
        });
        app.UseKestrel();
    }

    /// <summary>The database as the app sees it; it can be made to fail.</summary>
    public FailingDatabase Database { get; } = new();

    public static CircuitHouse Start(Action<CircuitOptions>? circuits = null, params (string Name, string Value)[] settings)
    {
        var house = new CircuitHouse(circuits, settings);
        house.app.StartServer();
        return house;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public Visitor Reader()
    {
        var visitor = new Visitor(app.ClientOptions.BaseAddress);
        visitors.Add(visitor);
        return visitor;
    }

    public async Task<Visitor> Member(Role role, string? name = null)
    {
        var visitor = Reader();
        await visitor.SignIn(new Uri(visitor.Server, $"sign-in/{await Get<SignInLinks>().Create(Store.Machine, name ?? $"The {role}", role)}"));
        return visitor;
    }

    public Uri Address => app.ClientOptions.BaseAddress;

    public async Task<Circuit> Open(Visitor visitor, CircuitManners? manners = null, string path = Board)
    {
        var circuit = await Circuit.Open(visitor, path, manners);
        open.Add(circuit);
        return circuit;
    }

    /// <summary>A connection that has not asked for anything yet.</summary>
    public async Task<Circuit> Connect(Visitor visitor, CircuitManners? manners = null)
    {
        var circuit = await Circuit.Connect(visitor, manners);
        open.Add(circuit);
        return circuit;
    }

    /// <summary>Takes the right to edit away from a member, as an owner does.</summary>
    public async Task Demote(string name)
    {
        var members = Get<ThesisBoard.Features.Members.Members>();
        var member = (await members.All()).Single(m => m.Name == name);
        Assert.True(await members.SetRole(Store.Machine, member.Id, Role.Viewer, member.RowVersion));
    }

    /// <summary>Lets the app forget what it has read of the board, so that it asks the database again.</summary>
    public async Task Unread()
    {
        var board = await Stored();
        await using var db = await Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync();
        await db.Theses.Where(t => t.Slug == Slug).ExecuteUpdateAsync(set => set.SetProperty(t => t.Version, board.Version + 1));
        await Get<BoardShelf>().Refresh(default);
    }

    /// <summary>The board as the database has it.</summary>
    public async Task<StoredBoard> Stored() => (await Get<BoardShelf>().Board(Slug, default))!;

    public async ValueTask DisposeAsync()
    {
        foreach (var circuit in open)
            await circuit.DisposeAsync();
        foreach (var visitor in visitors)
            visitor.Dispose();
        await app.DisposeAsync();
        await Folders.Delete(data);
    }
}
