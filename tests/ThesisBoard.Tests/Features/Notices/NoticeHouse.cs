using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Notices;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Shell;
using ThesisBoard.Sources.Mail;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Mail;
using Xunit;

namespace ThesisBoard.Tests.Features.Notices;

/// <summary>The Cango sample in a real database, with a mail server of its own and a clock that moves only when told. Nothing happens by itself.</summary>
internal sealed class NoticeHouse : IAsyncDisposable
{
    public const string Slug = "cango-ai-pivot";
    private readonly List<ServiceProvider> nodes = [];
    private readonly Store store;
    private readonly bool hasMail;
    private bool isMailStopped;

    private NoticeHouse(Store store, bool hasMail)
    {
        (this.store, this.hasMail) = (store, hasMail);
        AnotherNode();
    }

    public SmtpServer Mail { get; } = new();

    public FakeTimeProvider Clock => store.Clock;

    public static async Task<NoticeHouse> Open(bool hasMail = true) => new(await Store.OpenWithSample(DatabaseProvider.Sqlite), hasMail);

    /// <summary>One more process on the same database.</summary>
    public IServiceProvider AnotherNode()
    {
        var mail = hasMail ? Mail.Settings.Select(s => KeyValuePair.Create(s.Name.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)) : [];
        nodes.Add(new ServiceCollection()
            .AddSingleton<TimeProvider>(store.Clock)
            .AddBoardData(store.Settings)
            .AddLogging()
            .AddSingleton<SignInLinks>()
            .AddSingleton(MailOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(mail).Build()))
            .AddSingleton<Mailer>()
            .AddSingleton(new SiteAddress(new Uri("https://board.example.com/")))
            .AddSingleton<IServer>(all => new TestServer(all))
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton<NoticeShelf>().AddSingleton<FollowBoard>().AddSingleton<NoticeTaking>().AddSingleton<NoticeMailer>().AddSingleton<UnsubscribeLinks>()
            .BuildServiceProvider());
        return nodes[^1];
    }

    public T Get<T>()
        where T : notnull => nodes[0].GetRequiredService<T>();

    public async Task StopMail()
    {
        isMailStopped = true;
        await Mail.DisposeAsync();
    }

    public async Task<Actor> Member(string name, Role role = Role.Viewer, string? address = null)
    {
        var links = Get<SignInLinks>();
        var member = (await links.Redeem((await links.Create(Store.Machine, name, role))!))!;
        await using var db = await Database();
        await db.Accounts.Where(a => a.Id == member.MemberId).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Email, address).SetProperty(a => a.EmailConfirmed, address != null));
        return member;
    }

    public async Task Follow(Actor member, FollowMode mode, int daysAhead = 1) => Assert.True(await Get<FollowBoard>().Set(member, Slug, new(mode, daysAhead)));

    /// <summary>The first look only notes how the board stands.</summary>
    public Task<int> Look() => Get<NoticeTaking>().Look(Slug);

    public Task Attach(Actor by, string key) => Attach(nodes[0], by, key);

    public static async Task Attach(IServiceProvider app, Actor by, string key)
    {
        var board = (await app.GetRequiredService<BoardShelf>().Board(Slug, default))!;
        var item = new EvidenceItem { Key = key, Source = board.Content.Record.Sources[0].Key, Claim = $"The claim of {key}.", Stances = [new("debt-reduction", Stance.Context)] };
        Assert.IsType<WriteResult.Saved>(await app.GetRequiredService<BoardTransaction>().Save(by, Slug, new AttachEvidence(item)));
    }

    public async Task NeedReview()
    {
        var board = (await Get<BoardShelf>().Board(Slug, default))!;
        Assert.IsType<WriteResult.Saved>(await Get<BoardTransaction>().Save(Store.Machine, Slug, new RequireReview(true, board.RowVersion(ItemKind.Thesis))));
    }

    public async Task Approve(Actor reviewer, string criterion)
    {
        var (thesis, record) = (await Get<BoardShelf>().Board(Slug, default))!.Content;
        Assert.IsType<WriteResult.Saved>(await Get<BoardTransaction>().Save(reviewer, Slug, new ApproveCriterion(criterion, ReviewBasis.Of(thesis, record, criterion)!.Hash)));
    }

    public async Task<IReadOnlyList<string>> Texts(Actor member) => [.. (await Get<NoticeShelf>().Read(member)).Select(n => n.Text)];

    public Task<BoardDb> Database() => Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        if (!isMailStopped)
            await Mail.DisposeAsync();
        await store.DisposeAsync();
    }
}
