using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Members;
using Xunit;

namespace ThesisBoard.Tests.Features.StoredDocuments;

/// <summary>Who gets at a stored document, and how it is answered.</summary>
public sealed class DocumentAccessTests
{
    private const string Page = "<html><body><h1>Results</h1><p>Debt was US$30.6 million.</p><script>window.ran=1</script></body></html>";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_is_there_for_members_and_for_nobody_else()
    {
        await using var house = new DocumentHouse();
        var hash = await house.Keep("release.htm", Page);
        var other = await house.Keep("later.htm", Page + " ");
        string[] routes = [DocumentUrls.Bytes(hash), DocumentUrls.Page(hash), DocumentUrls.Reader(DocumentHouse.Slug, hash), DocumentUrls.Compare(DocumentHouse.Slug, hash, other)];
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await house.Client(role);
            foreach (var route in routes)
            {
                using var answer = await client.GetAsync(route, Now);
                Assert.True(answer.StatusCode == (role == Role.Anonymous ? HttpStatusCode.NotFound : HttpStatusCode.OK), $"{role} got {answer.StatusCode} at {route}");
            }

            using var upload = await DocumentHouse.Send(client, new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Page)), "files", "x.htm" } }, token: role >= Role.Editor ? null : "none");
            var expected = role >= Role.Editor ? HttpStatusCode.OK : role == Role.Anonymous ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            Assert.True(upload.StatusCode == expected, $"{role} got {upload.StatusCode} for an upload");
        }
    }

    [Fact]
    public async Task For_strangers_a_document_that_is_there_answers_like_one_that_is_not()
    {
        await using var house = new DocumentHouse();
        var hash = await house.Keep("release.htm", Page);
        using var stranger = await house.Client(Role.Anonymous);
        var (there, absent) = (DocumentUrls.Bytes(hash), $"/documents/{new string('a', 64)}");
        foreach (var suffix in (string[])["", "/page"])
        {
            using var one = await stranger.GetAsync(there + suffix, Now);
            using var two = await stranger.GetAsync(absent + suffix, Now);
            Assert.Equal(two.StatusCode, one.StatusCode);
            var (a, b) = (await one.Content.ReadAsStringAsync(Now), await two.Content.ReadAsStringAsync(Now));
            Assert.Equal(b.Replace(new string('a', 64), "", StringComparison.Ordinal).Length, a.Replace(hash.Hex, "", StringComparison.Ordinal).Length);
        }
    }

    [Fact]
    public async Task Bytes_are_downloaded_as_they_came_and_never_shown()
    {
        await using var house = new DocumentHouse();
        var hash = await house.Keep("release.htm", Page);
        using var viewer = await house.Client(Role.Viewer);
        using var answer = await viewer.GetAsync(DocumentUrls.Bytes(hash), Now);

        Assert.Equal(Page, await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("release.htm", answer.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("a\r\nSet-Cookie: x=1.htm", "aSet-Cookie_ x=1.htm")]
    [InlineData("annual\u202Efdp.exe", "annualfdp.exe")]
    [InlineData("q\"; filename=\"evil.exe", "q__ filename=_evil.exe")]
    [InlineData("...", "document-")]
    [InlineData("Größe €.htm", "Größe €.htm")]
    public async Task A_hostile_name_neither_leaves_its_folder_nor_its_header(string name, string expected)
    {
        await using var house = new DocumentHouse();
        var hash = await house.Keep(name, Page);
        using var viewer = await house.Client(Role.Viewer);
        using var answer = await viewer.GetAsync(DocumentUrls.Bytes(hash), Now);
        var disposition = answer.Content.Headers.ContentDisposition!;

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.StartsWith(expected, disposition.FileNameStar ?? disposition.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_the_frame_carries_its_own_policy_and_no_script()
    {
        await using var house = new DocumentHouse();
        var hash = await house.Keep("release.htm", Page);
        using var viewer = await house.Client(Role.Viewer);
        using var answer = await viewer.GetAsync(DocumentUrls.Page(hash), Now);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.DoesNotContain("script", await answer.Content.ReadAsStringAsync(Now), StringComparison.OrdinalIgnoreCase);
        foreach (var part in (string[])["default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "sandbox allow-same-origin", "frame-ancestors 'self'"])
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));

        using var again = new HttpRequestMessage(HttpMethod.Get, DocumentUrls.Page(hash));
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
        using var same = await viewer.SendAsync(again, Now);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task A_changed_document_says_so_everywhere_and_shows_nothing()
    {
        await using var house = new DocumentHouse();
        var hash = await house.Keep("release.htm", Page);
        using var viewer = await house.Client(Role.Viewer);
        await using (var db = new SqliteConnection($"Data Source={house.DatabaseFile}"))
        {
            await db.OpenAsync(Now);
            await using var damage = db.CreateCommand();
            damage.CommandText = "UPDATE Documents SET Compressed = x'0B02806F7468657203', Length = 5";
            Assert.Equal(1, await damage.ExecuteNonQueryAsync(Now));
        }

        foreach (var route in (string[])[DocumentUrls.Bytes(hash), DocumentUrls.Page(hash), DocumentUrls.Reader(DocumentHouse.Slug, hash)])
        {
            using var answer = await viewer.GetAsync(route, Now);
            var text = await answer.Content.ReadAsStringAsync(Now);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains("The stored document has changed", text, StringComparison.Ordinal);
            Assert.DoesNotContain("30.6", text, StringComparison.Ordinal);
        }
    }
}
