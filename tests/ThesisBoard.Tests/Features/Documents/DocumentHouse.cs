using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.StoredDocuments;

/// <summary>The app in-process with a database of its own, and what a member does with files.</summary>
internal sealed partial class DocumentHouse : IAsyncDisposable
{
    public const string Slug = "cango-ai-pivot";
    public const string Inbox = $"/t/{Slug}/inbox";
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");
    private readonly WebApplicationFactory<Program> app;

    public DocumentHouse(params (string Name, string Value)[] settings) => app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Production");
        host.UseSetting("THESISBOARD_DATA", data.FullName);
        foreach (var (name, value) in settings)
            host.UseSetting(name, value);
        host.ConfigureLogging(logging => logging.ClearProviders());
    });

    public string DatabaseFile => Path.Combine(data.FullName, "thesisboard.db");

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<HttpClient> Client(Role role, bool follows = true)
    {
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = follows });
        if (role == Role.Anonymous)
            return client;
        var link = $"/sign-in/{await Get<SignInLinks>().Create(Store.Machine, $"The {role}", role)}";
        var body = new Dictionary<string, string> { ["_handler"] = "use-link", ["__RequestVerificationToken"] = await Token(client, link) };
        using var answer = await client.PostAsync(link, new FormUrlEncodedContent(body));
        return client;
    }

    public static async Task<string> Token(HttpClient client, string page) => AntiForgery().Match(await client.GetStringAsync(page)).Groups[1].Value;

    /// <summary>Keeps a document as the machine, without an inbox.</summary>
    public async Task<Sha256> Keep(string name, string text) =>
        (await Get<ThesisBoard.Data.Documents>().Keep(Store.Machine, "cango-ai-pivot", name, "text/html", Encoding.UTF8.GetBytes(text), default))!.Value;

    public async Task<IReadOnlyList<Filing>> Filings() => await Get<FilingShelf>().Everything(Store.Machine, Slug);

    /// <summary>Sends files as the script does, and gives the last step of each.</summary>
    public static async Task<IReadOnlyList<Step>> Upload(HttpClient client, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        using var answer = await Send(client, form);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return Steps(await answer.Content.ReadAsStringAsync());
    }

    public static async Task<HttpResponseMessage> Send(HttpClient client, HttpContent content, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Inbox}/upload") { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/x-ndjson"));
        request.Headers.Add("RequestVerificationToken", token ?? await Token(client, Inbox));
        return await client.SendAsync(request);
    }

    public static IReadOnlyList<Step> Steps(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Step>(line, JsonSerializerOptions.Web)!)];

    /// <summary>A release as a company files it, without tags.</summary>
    public static byte[] Release(string company = "Cango Inc.") => Encoding.UTF8.GetBytes(
        $"<html><body><p>Exhibit 99.1</p><p>{company}</p><p>(Exact name of registrant)</p><p>Long-term debt was reduced to US$30.6 million as of March 31, 2026.</p></body></html>");

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Folders.Delete(data);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();
}

/// <summary>A line of the answer to an upload.</summary>
internal sealed record Step(string File, [property: System.Text.Json.Serialization.JsonPropertyName("step")] string Name, string Says, string? Filing, string? Id);
