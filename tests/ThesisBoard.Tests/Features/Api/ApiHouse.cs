using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ThesisBoard.Data;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Tokens;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Shares;
using Xunit;

namespace ThesisBoard.Tests.Features.Api;

/// <summary>The app in-process, and programs that come with tokens.</summary>
internal sealed class ApiHouse : IAsyncDisposable
{
    public const string Slug = ShareHouse.Slug;
    public static readonly string Board = ApiUrls.Board(Slug);

    public ShareHouse House { get; } = new();

    public T Get<T>()
        where T : notnull => House.Get<T>();

    /// <summary>Somebody with a role on every board, signed in in a browser.</summary>
    public async Task<Actor> SignIn(Role role, string? name = null)
    {
        var links = Get<SignInLinks>();
        var member = (await links.Redeem((await links.Create(Store.Machine, name ?? $"The {role}", role))!))!;
        return await Get<Sessions>().Start(member, "A browser");
    }

    /// <summary>A program of a new member with that role.</summary>
    public async Task<ApiCaller> Program(Role role, bool mayWrite = true) => await Program(await SignIn(role), mayWrite);

    public async Task<ApiCaller> Program(Actor actor, bool mayWrite = true) => Caller((await Token(actor, mayWrite)).Secret);

    public async Task<TokenResult.Made> Token(Actor actor, bool mayWrite = true, int days = 30) =>
        Assert.IsType<TokenResult.Made>(await Get<PersonalTokens>().Make(actor, "A program", mayWrite, days));

    public ApiCaller Caller(string? secret)
    {
        var http = House.Reader(follows: false);
        http.DefaultRequestHeaders.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        return new(http);
    }

    public async Task<StoredBoard> Stored(string slug = Slug) => (await Get<BoardShelf>().Board(slug, default))!;

    public ValueTask DisposeAsync() => House.DisposeAsync();
}

/// <summary>What a program got.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Body, HttpResponseHeaders Headers, string? Type)
{
    public string? Tag => Headers.ETag?.ToString();

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The word of a problem, once its shape is as it should be.</summary>
    public string Code
    {
        get
        {
            Assert.Equal("application/problem+json", Type);
            var problem = Json.AsObject();
            Assert.Equal((int)Status, (int)problem["status"]!);
            Assert.All((string[])["type", "title", "detail", "code"], name => Assert.False(string.IsNullOrWhiteSpace((string?)problem[name]), $"No {name} in {Body}"));
            Assert.Equal($"urn:thesisboard:problem:{problem["code"]}", (string?)problem["type"]);
            return (string)problem["code"]!;
        }
    }

    /// <summary>Where it is wrong, and what the first one says.</summary>
    public (string Field, string Message) Error => ((string)Json["errors"]![0]!["field"]!, (string)Json["errors"]![0]!["message"]!);
}

/// <summary>A program.</summary>
internal sealed class ApiCaller(HttpClient http)
{
    public HttpClient Http => http;

    public Task<ApiAnswer> Get(string path, string? known = null) => Send(HttpMethod.Get, path, headers: ("If-None-Match", known));

    public Task<ApiAnswer> Post(string path, string? body = null, string? seen = null, string? retry = null) => Send(HttpMethod.Post, path, body, ("If-Match", seen), ("Idempotency-Key", retry));

    public Task<ApiAnswer> Put(string path, string body, string? seen = null) => Send(HttpMethod.Put, path, body, ("If-Match", seen));

    public Task<ApiAnswer> Delete(string path, string? seen = null, string? retry = null) => Send(HttpMethod.Delete, path, null, ("If-Match", seen), ("Idempotency-Key", retry));

    public async Task<ApiAnswer> Send(HttpMethod method, string path, string? body = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers, answer.Content.Headers.ContentType?.MediaType);
    }
}
