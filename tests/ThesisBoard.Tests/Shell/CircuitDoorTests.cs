using System.Net;
using Microsoft.AspNetCore.Routing;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Features.Editing;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Shell;

/// <summary>Who gets a circuit, and from where; and that a form of a foreign page is no form of ours.</summary>
public sealed class CircuitDoorTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_signed_in_opens_no_circuit_however_often_he_asks()
    {
        await using var house = CircuitHouse.Start();
        var reader = house.Reader();
        for (var turn = 0; turn < 2000; turn++)
        {
            using var answer = await reader.Http.PostAsync("_blazor/negotiate?negotiateVersion=1", null, Now);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal(0, answer.Content.Headers.ContentLength);
        }

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Circuit.Connect(reader));
        await house.Open(await house.Member(Role.Editor));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("https://evil.example:443")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_opens_no_circuit_with_a_members_cookies(string origin)
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);

        var refused = await Assert.ThrowsAnyAsync<HttpRequestException>(() => Circuit.Connect(editor, new CircuitManners { Origin = origin }));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await WebSocket(editor, origin));
        await house.Open(editor, new CircuitManners { Origin = editor.Server.GetLeftPart(UriPartial.Authority) });
    }

    private static readonly string[] Others = ["/_blazor", "/unsubscribe", "/api/"];

    [Fact]
    public async Task Every_form_without_its_anti_forgery_token_is_refused()
    {
        await using var house = CircuitHouse.Start();
        var owner = await house.Member(Role.Owner);
        var before = await house.Stored();
        var posts = house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(TakesForms).ToList();
        Assert.NotEmpty(posts);
        foreach (var endpoint in posts)
        {
            var path = Filled(endpoint.RoutePattern);
            using var form = new MultipartFormDataContent { { new StringContent("use-link"), "_handler" }, { new StringContent("Mallory"), "Name" } };
            using var answer = await owner.Http.PostAsync(path, form, Now);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{path} answered {answer.StatusCode}");
        }

        Assert.Equal(before.Version, (await house.Stored()).Version);
    }

    /// <summary>
    /// The hub's own posts are looked at by the door above; ending a mail is posted by a mail program, which has no such token (RFC 8058); the API takes no form, and no cookie
    /// says who asks there.
    /// </summary>
    private static bool TakesForms(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains("POST")
        && !Others.Any(start => endpoint.RoutePattern.RawText!.StartsWith(start, StringComparison.Ordinal));

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: var name } when name.Equals("slug", StringComparison.OrdinalIgnoreCase) => CircuitHouse.Slug,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }] } => $"{Guid.NewGuid()}",
            _ => "1",
        }))));

    private static async Task<HttpStatusCode> WebSocket(Visitor visitor, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "_blazor");
        foreach (var (name, value) in new[] { ("Origin", origin), ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==") })
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await visitor.Http.SendAsync(request, Now);
        return answer.StatusCode;
    }
}
