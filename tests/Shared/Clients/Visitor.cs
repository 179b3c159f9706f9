using System.Net;
using System.Text.RegularExpressions;

namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>One person with one browser: cookies, and connections that nobody else uses. Only loopback is ever asked.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();

    public Visitor(Uri server)
    {
        if (!server.IsLoopback)
            throw new ArgumentException("Only a server on this machine is asked.", nameof(server));
        Server = new Uri(server.GetLeftPart(UriPartial.Authority) + "/");
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = true, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30) })
        {
            BaseAddress = Server,
        };
    }

    public Uri Server { get; }

    public HttpClient Http { get; }

    public string Cookies => cookies.GetCookieHeader(Server);

    /// <summary>Another browser of the same person, signed in by the same cookies.</summary>
    public Visitor Again()
    {
        var other = new Visitor(Server);
        other.cookies.Add(cookies.GetCookies(Server));
        return other;
    }

    /// <summary>Uses a one-time link up, as its page's form does.</summary>
    public async Task SignIn(Uri link, string name = "Ada")
    {
        var page = await Http.GetStringAsync(link.PathAndQuery);
        var fields = Hidden().Matches(page).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        fields["Name"] = name;
        using var answer = await Http.PostAsync(link.PathAndQuery, new FormUrlEncodedContent(fields));
        if (!answer.IsSuccessStatusCode || !(await answer.Content.ReadAsStringAsync()).Contains("Sign out", StringComparison.Ordinal))
            throw new InvalidOperationException($"The link did not sign {name} in: {answer.StatusCode}.");
    }

    /// <summary>Sends a form of a page, as its button does.</summary>
    public async Task<HttpResponseMessage> Post(string path, string form, params (string Name, string Value)[] fields)
    {
        var token = Hidden().Matches(await Http.GetStringAsync(path)).First(m => m.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value;
        (string Name, string Value)[] all = [("_handler", form), ("__RequestVerificationToken", WebUtility.HtmlDecode(token)), .. fields];
        return await Http.PostAsync(path, new FormUrlEncodedContent(all.Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();
}
