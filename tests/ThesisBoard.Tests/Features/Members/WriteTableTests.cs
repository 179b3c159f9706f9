using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

/// <summary>
/// The one table of every write × everybody who may try it. Writes are found by reflection, so that a new one without a row fails here: every kind of "…Write" record,
/// and every public method that is told who acts.
/// </summary>
public sealed class WriteTableTests
{
    /// <summary>Who tries, weakest first: nobody; the owner of another board; roles on this board alone; roles on every board.</summary>
    internal static readonly IReadOnlyList<Person> People =
    [
        new("anonymous", Role.Anonymous, Role.Anonymous),
        new("owner of another board", Role.Anonymous, Role.Anonymous),
        .. Roles.Select(role => new Person($"{role} here", role, Role.Anonymous)),
        .. Roles.Select(role => new Person($"{role} everywhere", Role.Anonymous, role)),
    ];

    private static readonly IReadOnlyList<WriteRow> Rows = [.. WriteRows.All()];

    /// <summary>Methods that are told who acts and write nothing, or write by a row of the table that they lead to.</summary>
    private static readonly HashSet<string> NoWrites =
    [
        "DocumentAccess.May", "DocumentReader.Compare", "DocumentReader.Place", "DocumentReader.Read", "DocumentReadings.Read", "PassageDesk.Pick",
        "FilingShelf.Everything", "FilingShelf.Inbox", "FilingShelf.Read", "InboxReader.OnBoard", "InboxReader.Read", "BoardReader.ReadAll",
        "AccessShelf.BoardsOf", "BoardAccess.MayRead", "BoardAccess.RoleOf", "BoardRoles.Read", "RolesNow.Of", "Members.Refresh", "Members.Recheck", "Sessions.Of", "PersonalTokens.Of", "ApiTags.Retry", "RetryId.Of", "MemberSignIn.SignIn",
        "AccountDesk.Read", "SecondFactorDesk.Key", "SilenceSearch.Documents", "InboxHistory.Read", "SearchesSince.Of", "EdgarContact.IsFor",
        "BoardPresence.Edit", "BoardPresence.Enter", "MemberFeed.Of", "CommentReader.OnBoard", "ForecastReader.Read", "CommentShelf.Read", "NoticeShelf.Followed", "NoticeShelf.Read", "NoticeShelf.Unread",
        "ShareList.Of", "ReviewReader.Of",
        "FollowBoard.Set", "NoticeShelf.MarkRead", // one's own notices: NoticesPageTests
        "CommentShelf.Save", "BoardTransaction.Save", "FilingShelf.Save", "BoardRoles.Save", // the doors of the writes that have rows
        "Watcher.CheckNow", "Watcher.Fetch", "UploadIntake.Take", "TogetherWords.Join", "FilingFetcher.Fetch",      // WatcherTests and UploadTests: by role, over a fake EDGAR and real files
        "AccountDesk.SetPassword", "AccountDesk.SetEmail", "AccountDesk.ConfirmationFor", "SecondFactorDesk.SwitchOn", "SecondFactorDesk.SwitchOff",
        "StartBoard.Make", "StartBoard.Save", // CreateThesis, WatchIssuer and uploads: StartPageTests, StartFileTests
        "PasskeyDesk.CreationOptions", "PasskeyDesk.Add", "PasskeyDesk.Remove", "ExternalDesk.Link", // one's own account: AccountTests
    ];

    private static IReadOnlyList<Role> Roles => [Role.Viewer, Role.Reviewer, Role.Editor, Role.Owner];

    public static TheoryData<string> Writes => [.. Rows.Select(row => row.Name)];

    [Fact]
    public void Every_write_has_its_row()
    {
        var kinds = App.GetTypes().Where(t => t is { IsAbstract: true, IsSealed: false } && t.BaseType == typeof(object) && t.Name.EndsWith("Write", StringComparison.Ordinal));
        var writes = kinds.SelectMany(kind => App.GetTypes().Where(t => t.IsSubclassOf(kind) && !t.IsAbstract)).Select(t => t.Name);
        var methods = App.GetTypes().Where(t => t is { IsNested: false } && (t.IsPublic || t.IsNotPublic))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(IsToldWhoActs).Select(m => $"{t.Name}.{m.Name}"))
            .Where(name => !NoWrites.Contains(name));
        Assert.Equal(writes.Concat(methods).Distinct().Order(StringComparer.Ordinal), Rows.Select(r => r.Name).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Writes))]
    public async Task A_write_goes_through_for_those_who_may_and_changes_nothing_for_all_others(string write)
    {
        var row = Rows.Single(r => r.Name == write);
        await using (var desk = await WriteDesk.Open())
        {
            foreach (var person in People.Where(p => !row.May(p)))
            {
                var actor = await desk.SignIn(person);
                var before = await desk.State();
                Assert.False(await row.Try(desk, actor), $"{person.Name} got through with {write}.");
                Assert.True(before == await desk.State(), $"{person.Name} was denied {write}, and yet something changed.");
            }
        }

        foreach (var person in People.Where(p => row.May(p)))
        {
            await using var desk = await WriteDesk.Open();
            var actor = await desk.SignIn(person);
            var before = await desk.State();
            Assert.True(await row.Try(desk, actor), $"{person.Name} was denied {write}.");
            Assert.True(before != await desk.State(), $"{person.Name} got through with {write}, and nothing changed.");
        }
    }

    private static Assembly App => typeof(BoardWrite).Assembly;

    private static bool IsToldWhoActs(MethodInfo method) =>
        !method.IsSpecialName && !method.Name.StartsWith('<') && method.GetParameters().Any(p => p.ParameterType == typeof(Actor)) && method.DeclaringType != typeof(Actor)
        && !method.DeclaringType!.Name.Contains('<') && !method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false);
}
