using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Editing;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Shell;

/// <summary>Every route of the running app × who asks for it. "Not yours" answers exactly as "not there" does. A new route without a row fails here.</summary>
public sealed partial class EndpointTableTests
{
    private const string Secret = BoardWriteExamples.Slug;
    private const string Absent = "absent";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    /// <summary>Routes of one board, with what stands behind the slug in a sample of each.</summary>
    private static readonly Dictionary<string, string> OfBoards = new(StringComparer.Ordinal)
    {
        ["GET /t/{Slug}"] = "",
        ["GET /t/{Slug}/log"] = "/log",
        ["GET /t/{Slug}/report"] = "/report",
        ["GET /t/{Slug}/reviews"] = "/reviews",
        ["GET /t/{Slug}/forecasts"] = "/forecasts",
        ["GET /t/{Slug}/replay"] = "/replay",
        ["GET /t/{slug}/replay.csv"] = "/replay.csv",
        ["GET /t/{slug}/replay.json"] = "/replay.json",
        ["GET /t/{Slug}/members"] = "/members",
        ["GET /t/{Slug}/comments"] = "/comments",
        ["GET /t/{Slug}/inbox"] = "/inbox",
        ["GET /t/{Slug}/inbox/{Id:guid}"] = "/inbox/FILING",
        ["GET /t/{Slug}/silence"] = "/silence",
        ["GET /t/{Slug}/documents/{Hash}"] = "/documents/HASH",
        ["GET /t/{Slug}/documents/{Hash}/compare"] = "/documents/HASH/compare?with=HASH",
        ["GET /t/{Slug}/documents/{Hash}/compare/{Newer}"] = "/documents/HASH/compare/HASH",
        ["GET /t/{Slug}/sharing"] = "/sharing",
        ["GET /t/{Slug}/copy"] = "/copy",
        ["GET /t/{Slug}/contracts"] = "/contracts",
        ["GET /t/{Slug}/review"] = "/review",
        ["GET /t/{slug}/changes"] = "/changes",
        ["GET /t/{slug}/inbox/changes"] = "/inbox/changes",
        ["POST /t/{slug}/inbox/upload"] = "/inbox/upload",
        ["POST /t/{slug}/inbox/join"] = "/inbox/join",
        ["GET /t/{slug}/charts/{key}.csv"] = "/charts/standings.csv",
        ["GET /t/{slug}/palette.json"] = "/palette.json",
        ["GET /t/{slug}/thesis.json"] = "/thesis.json",
        ["GET /t/{Slug}/audit"] = "/audit",
        ["GET /t/{Slug}/corrections"] = "/corrections",
        ["GET /t/{slug}/bundle"] = "/bundle",
    };

    /// <summary>Of these, what a viewer does not get either: it is as if it were not there.</summary>
    private static readonly string[] ForEditors = ["GET /t/{Slug}/sharing", "GET /t/{Slug}/copy"];

    /// <summary>Routes of stored documents.</summary>
    private static readonly string[] OfDocuments = ["GET /documents/{hash}", "GET /documents/{hash}/page"];

    /// <summary>Routes that are about no board and no account but the reader's own, and what they answer to somebody who is not signed in and knows no token.</summary>
    private static readonly Dictionary<string, (string Sample, HttpStatusCode Answer)> OfNobody = new(StringComparer.Ordinal)
    {
        ["GET /"] = ("/", HttpStatusCode.OK),
        ["GET /palette.json"] = ("/palette.json", HttpStatusCode.OK),
        ["GET /start"] = ("/start", HttpStatusCode.Unauthorized),
        ["POST /start/file"] = ("/start/file", HttpStatusCode.Forbidden),
        ["GET /error"] = ("/error", HttpStatusCode.OK),
        ["GET /not-found"] = ("/not-found", HttpStatusCode.OK),
        ["GET /sign-out"] = ("/sign-out", HttpStatusCode.OK),
        ["GET /setup/{Token}"] = ("/setup/guessed", HttpStatusCode.NotFound),
        ["GET /sign-in/{Token}"] = ("/sign-in/guessed", HttpStatusCode.NotFound),
        ["GET /join/{Token}"] = ("/join/guessed", HttpStatusCode.NotFound),
        ["GET /s/{Token}"] = ("/s/guessed", HttpStatusCode.NotFound),
        ["GET /kept"] = ("/kept", HttpStatusCode.OK),
        ["GET /s/{Token}/report"] = ("/s/guessed/report", HttpStatusCode.NotFound),
        ["GET /s/{Token}/replay"] = ("/s/guessed/replay", HttpStatusCode.NotFound),
        ["GET /s/{token}/replay.csv"] = ("/s/guessed/replay.csv", HttpStatusCode.NotFound),
        ["GET /s/{token}/replay.json"] = ("/s/guessed/replay.json", HttpStatusCode.NotFound),
        ["GET /s/{token}/badge.svg"] = ("/s/guessed/badge.svg", HttpStatusCode.NotFound),
        ["GET /s/{token}/card.png"] = ("/s/guessed/card.png", HttpStatusCode.NotFound),
        ["GET /s/{token}/panel"] = ("/s/guessed/panel", HttpStatusCode.NotFound),
        ["GET /s/{token}/feed.atom"] = ("/s/guessed/feed.atom", HttpStatusCode.NotFound),
        ["GET /s/{token}/calendar.ics"] = ("/s/guessed/calendar.ics", HttpStatusCode.NotFound),
        ["GET /s/{token}/charts/{key}.csv"] = ("/s/guessed/charts/standings.csv", HttpStatusCode.NotFound),
        ["GET /s/{token}/documents/{hash}"] = ("/s/guessed/documents/HASH", HttpStatusCode.NotFound),
        ["GET /s/{token}/documents/{hash}/file"] = ("/s/guessed/documents/HASH/file", HttpStatusCode.NotFound),
        ["GET /s/{Token}/corrections"] = ("/s/guessed/corrections", HttpStatusCode.NotFound),
        ["GET /s/{token}/changes"] = ("/s/guessed/changes", HttpStatusCode.NotFound),
        ["GET /account"] = ("/account", HttpStatusCode.Unauthorized),
        ["GET /account/sign-in"] = ("/account/sign-in", HttpStatusCode.OK),
        ["GET /account/sign-in/code"] = ("/account/sign-in/code", HttpStatusCode.OK),
        ["GET /account/two-factor"] = ("/account/two-factor", HttpStatusCode.OK),
        ["GET /account/forgot"] = ("/account/forgot", HttpStatusCode.OK),
        ["GET /account/recover"] = ("/account/recover", HttpStatusCode.OK),
        ["GET /account/confirm"] = ("/account/confirm", HttpStatusCode.OK),
        ["GET /account/people"] = ("/account/people", HttpStatusCode.NotFound),
        ["GET /account/external"] = ("/account/external", HttpStatusCode.NotFound),
        ["GET /account/external/done"] = ("/account/external/done", HttpStatusCode.Forbidden),
        ["POST /account/passkeys/options"] = ("/account/passkeys/options", HttpStatusCode.BadRequest),
        ["POST /account/sign-in/passkey/options"] = ("/account/sign-in/passkey/options", HttpStatusCode.BadRequest),
        ["GET /notices"] = ("/notices", HttpStatusCode.Unauthorized),
        ["GET /unsubscribe/{Token}"] = ("/unsubscribe/guessed", HttpStatusCode.NotFound),
        ["POST /unsubscribe/{token}"] = ("/unsubscribe/guessed", HttpStatusCode.NotFound),
        ["GET /.well-known/thesisboard-key.pem"] = ("/.well-known/thesisboard-key.pem", HttpStatusCode.OK),
        ["GET /openapi/{documentName}.json"] = ("/openapi/v1.json", HttpStatusCode.OK),
        ["GET /health/live"] = ("/health/live", HttpStatusCode.OK),
        ["GET /health/ready"] = ("/health/ready", HttpStatusCode.OK),
    };

    [Fact]
    public async Task Every_route_of_the_app_has_its_row()
    {
        await using var house = CircuitHouse.Start();
        Assert.Equal(
            OfBoards.Keys.Concat(OfDocuments).Concat(OfNobody.Keys).Order(StringComparer.Ordinal),
            Routes(house).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_board_that_is_not_yours_answers_on_every_route_as_one_that_is_not_there()
    {
        await using var house = CircuitHouse.Start();
        var (filing, hash) = await Fill(house);
        using var viewer = await Guest(house, Secret, Role.Viewer);
        foreach (var stranger in new[] { house.Reader(), await Guest(house, "other", Role.Owner) })
        {
            foreach (var (route, rest) in OfBoards)
            {
                var path = rest.Replace("FILING", $"{filing}", StringComparison.Ordinal).Replace("HASH", hash.Hex, StringComparison.Ordinal);
                using var yours = await Ask(stranger, route, $"/t/{Secret}{path}");
                using var absent = await Ask(stranger, route, $"/t/{Absent}{path}");
                Assert.True(yours.StatusCode == HttpStatusCode.NotFound, $"{route} answered {yours.StatusCode}.");
                await MustBeAlike(route, yours, absent);
            }
        }

        foreach (var (route, rest) in OfBoards)
        {
            using var seen = await Ask(viewer, route, $"/t/{Secret}{rest.Replace("FILING", $"{filing}", StringComparison.Ordinal).Replace("HASH", hash.Hex, StringComparison.Ordinal)}");
            Assert.True(route.StartsWith("POST", StringComparison.Ordinal) ? seen.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest : seen.StatusCode == (ForEditors.Contains(route) ? HttpStatusCode.NotFound : HttpStatusCode.OK), $"A viewer of the board got {seen.StatusCode} at {route}.");
        }
    }

    [Fact]
    public async Task A_document_is_there_for_members_of_a_board_that_holds_it_and_for_nobody_else()
    {
        await using var house = CircuitHouse.Start();
        var (_, hash) = await Fill(house);
        var never = Sha256.Of("never kept"u8);
        using var viewer = await Guest(house, Secret, Role.Viewer);
        foreach (var stranger in new[] { house.Reader(), await Guest(house, "other", Role.Owner) })
        {
            foreach (var (here, there) in new[] { (DocumentUrls.Bytes(hash), DocumentUrls.Bytes(never)), (DocumentUrls.Page(hash), DocumentUrls.Page(never)), (DocumentUrls.Reader("other", hash), DocumentUrls.Reader("other", never)) })
            {
                using var yours = await Ask(stranger, "GET", here);
                using var absent = await Ask(stranger, "GET", there);
                Assert.True(yours.StatusCode == HttpStatusCode.NotFound, $"{here} answered {yours.StatusCode}.");
                await MustBeAlike(here, yours, absent);
            }
        }

        foreach (var path in new[] { DocumentUrls.Bytes(hash), DocumentUrls.Page(hash), DocumentUrls.Reader(Secret, hash) })
        {
            using var seen = await Ask(viewer, "GET", path);
            Assert.True(seen.StatusCode == HttpStatusCode.OK, $"A viewer of the board got {seen.StatusCode} at {path}.");
        }
    }

    [Fact]
    public async Task What_is_about_no_board_tells_a_stranger_nothing()
    {
        await using var house = CircuitHouse.Start();
        await Fill(house);
        var stranger = house.Reader();
        foreach (var (route, (sample, answer)) in OfNobody)
        {
            using var seen = await Ask(stranger, route, sample);
            Assert.True(seen.StatusCode == answer, $"{route} answered {seen.StatusCode}.");
            Assert.DoesNotContain("A small secret", await seen.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Routes(CircuitHouse house) =>
        from source in house.Get<IEnumerable<EndpointDataSource>>()
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where !pattern.StartsWith("/_", StringComparison.Ordinal) // the framework's own: circuits (CircuitDoorTests) and its files
        where !pattern.StartsWith(ApiUrls.Any, StringComparison.Ordinal) // ApiWriteTableTests, ApiDescriptionTests, TokenTests
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        let method = methods.Contains("GET") ? "GET" : methods[0]
        select $"{method} {pattern}";

    private static async Task<(Guid Filing, Sha256 Hash)> Fill(CircuitHouse house)
    {
        var (boards, shelf) = (house.Get<BoardTransaction>(), house.Get<FilingShelf>());
        var board = BoardWriteExamples.SmallBoard();
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, Secret, new ImportThesis(board with { Thesis = board.Thesis with { Title = "A small secret" } }, IsPrivate: true)));
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, "other", new CreateThesis("other", "Another's", "", new() { Name = "Somebody" }, IsPrivate: true)));
        var bytes = Encoding.UTF8.GetBytes("<html><body><p>Held by the secret board alone.</p></body></html>");
        var hash = (await house.Get<Documents>().Keep(Store.Machine, Secret, "a.htm", "text/html", bytes, Now))!.Value;
        var arrived = new ArrivedFiling { Accession = "0001725123-26-000001", Form = "6-K", Cik = 1725123, Documents = [new(hash, "EX-99.1", "a.htm")] };
        return (Assert.IsType<FilingResult.Saved>(await shelf.Save(Store.Machine, Secret, new BringInFiling(arrived))).Id!.Value, hash);
    }

    /// <summary>Somebody with a role on one board alone, who came by an invitation.</summary>
    private static async Task<Visitor> Guest(CircuitHouse house, string slug, Role role)
    {
        var token = Assert.IsType<AccessResult.Saved>(await house.Get<BoardRoles>().Save(Store.Machine, slug, new InviteToBoard(role, 7))).Token!;
        var guest = house.Reader();
        await guest.SignIn(new Uri(house.Address, MemberUrls.Join(token)), $"A {role}");
        return guest;
    }

    private static async Task<HttpResponseMessage> Ask(Visitor visitor, string route, string path)
    {
        using var request = new HttpRequestMessage(route.StartsWith("POST", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path);
        return await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Now);
    }

    private static async Task MustBeAlike(string route, HttpResponseMessage one, HttpResponseMessage other)
    {
        Assert.True(one.StatusCode == other.StatusCode, $"{route}: {one.StatusCode} where nothing is {other.StatusCode}.");
        Assert.Equal(Names(other), Names(one));
        Assert.Equal(Plain(await other.Content.ReadAsStringAsync(Now), other), Plain(await one.Content.ReadAsStringAsync(Now), one));
    }

    private static string Names(HttpResponseMessage answer) => string.Join(' ', answer.Headers.Concat(answer.Content.Headers).Select(h => h.Key).Where(k => k != "Content-Length").Order());

    /// <summary>The page without its own address and what differs in every answer: tokens, protected state, and the nonce of scripts.</summary>
    private static string Plain(string page, HttpResponseMessage answer) =>
        Fresh().Replace(page, "").Replace(WebUtility.HtmlEncode(answer.RequestMessage!.RequestUri!.PathAndQuery), "x", StringComparison.Ordinal);

    [GeneratedRegex("CfDJ8[A-Za-z0-9+/=_-]+|nonce=\"[^\"]*\"")]
    private static partial Regex Fresh();
}
