using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Members;
using Xunit;

namespace ThesisBoard.Tests.Features.Api;

/// <summary>The API describes itself wholly, and gives what it describes.</summary>
public sealed class ApiDescriptionTests
{
    [Fact]
    public async Task Every_route_is_described_with_its_parameters_its_body_and_its_answers()
    {
        await using var house = new ApiHouse();
        var described = await Description(house);
        var routes =
            from endpoint in house.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            where endpoint.RoutePattern.RawText!.StartsWith(ApiUrls.Any, StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} {endpoint.RoutePattern.RawText}";
        var operations = Operations(described).ToDictionary(o => o.Name, o => o.Operation);
        Assert.Equal(routes.Order(StringComparer.Ordinal), operations.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, operation) in operations)
        {
            var (method, path) = (name.Split(' ')[0], name.Split(' ')[1]);
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), name);
            var parameters = (operation["parameters"]?.AsArray() ?? []).Select(p => $"{p!["in"]} {p["name"]}").ToList();
            Assert.All(path.Split('/').Where(s => s.StartsWith('{')), part => Assert.Contains($"path {part.Trim('{', '}')}", parameters));
            Assert.Contains(method == "GET" ? "header If-None-Match" : "header Idempotency-Key", parameters);
            var answers = operation["responses"]!.AsObject().Select(r => r.Key).ToList();
            Assert.All((string[])["401", "404", "429"], status => Assert.Contains(status, answers));
            if (parameters.Contains("header If-Match"))
                Assert.All((string[])["412", "428"], status => Assert.Contains(status, answers));
            Assert.Equal(answers.Contains("415"), operation["requestBody"] is not null);
        }

        Assert.Equal("bearer", (string?)described["components"]!["securitySchemes"]!["token"]!["scheme"]);
        var evidence = described["components"]!["schemas"]!["EvidenceItem"]!;
        Assert.Equal(["claim", "key", "source"], evidence["required"]!.AsArray().Select(r => (string)r!).Order());
        Assert.Contains("company-release", described.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>Of the routes that everybody uses, every described answer is really given; 503 is a database that fails (StoreTests), 429 has a test of its own.</summary>
    [Fact]
    public async Task Every_answer_that_is_described_of_evidence_and_criteria_is_given()
    {
        await using var house = new ApiHouse();
        var operations = Operations(await Description(house)).ToDictionary(o => o.Name, o => o.Operation);
        var (editor, viewer, nobody) = (await house.Program(Role.Editor), await house.Program(Role.Viewer), house.Caller(null));
        var source = (await house.Stored()).Content.Record.Sources[0].Key;
        string Claim(string key) => new JsonObject { ["key"] = key, ["source"] = source, ["claim"] = "So." }.ToJsonString();
        var (list, one) = ($"{ApiHouse.Board}/evidence", $"{ApiHouse.Board}/evidence/new");
        var made = await editor.Post(list, Claim("new"));
        var criterion = await editor.Get($"{ApiHouse.Board}/criteria/debt-reduction");
        var sealing = $"{ApiHouse.Board}/criteria/debt-reduction/seal";
        var added = await editor.Post($"{ApiHouse.Board}/criteria", criterion.Body.Replace("\"debt-reduction\"", "\"other\"", StringComparison.Ordinal));
        var absent = ApiUrls.Board("absent") + "/evidence";
        var big = new string(' ', 600 * 1024);

        await Gives(operations["GET /api/v1/boards/{slug}/evidence"],
            editor.Get(list), editor.Get(list, $"\"{made.Headers.GetValues("Board-Version").Single()}\"") /* newer by the criterion */, editor.Get(list, (await editor.Get(list)).Tag),
            editor.Get($"{list}?limit=0"), nobody.Get(list), editor.Get(absent));
        await Gives(operations["POST /api/v1/boards/{slug}/evidence"],
            editor.Post(list, Claim("second")), editor.Post(list, "{"), nobody.Post(list, Claim("third")), viewer.Post(list, Claim("third")), editor.Post(absent, Claim("third")), editor.Post(list, big), editor.Post(list), editor.Post(list, Claim("new")));
        await Gives(operations["PUT /api/v1/boards/{slug}/evidence/{key}"],
            editor.Put(one, Claim("new"), made.Tag), editor.Put(one, "{", made.Tag), nobody.Put(one, Claim("new"), made.Tag), viewer.Put(one, Claim("new"), made.Tag), editor.Put($"{list}/none", Claim("none"), made.Tag),
            editor.Put(one, Claim("new"), "\"x\""), editor.Put(one, big, made.Tag), editor.Send(HttpMethod.Put, one), editor.Put(one, Claim("second"), made.Tag), editor.Put(one, Claim("new")));
        await Gives(operations["POST /api/v1/boards/{slug}/criteria/{key}/seal"],
            editor.Post($"{ApiHouse.Board}/criteria/other/seal", seen: added.Tag), editor.Post(sealing, seen: criterion.Tag, retry: " "), nobody.Post(sealing, seen: criterion.Tag), viewer.Post(sealing, seen: criterion.Tag),
            editor.Post($"{ApiHouse.Board}/criteria/none/seal", seen: criterion.Tag), editor.Post(sealing, seen: "\"x\""), editor.Post(sealing, seen: criterion.Tag), editor.Post(sealing));
    }

    [Fact]
    public async Task The_state_has_the_members_that_are_described_and_no_others()
    {
        await using var house = new ApiHouse();
        var schemas = (await Description(house))["components"]!["schemas"]!;
        var state = (await (await house.Program(Role.Viewer)).Get($"{ApiHouse.Board}/state?asOf=2026-05-31")).Json;
        var criterion = state["criteria"]!.AsArray().First(c => c!["observations"]!.AsArray().Count > 0)!;
        foreach (var (given, shape) in new[] { (state, "ApiState"), (criterion, "ApiCriterionState"), (criterion["observations"]![0]!, "ApiFigureUsed") })
            Assert.Equal(schemas[shape]!["properties"]!.AsObject().Select(p => p.Key), given.AsObject().Select(p => p.Key));
    }

    private static async Task Gives(JsonNode operation, params Task<ApiAnswer>[] calls)
    {
        var given = new SortedSet<string>(StringComparer.Ordinal) { "429", "503" };
        foreach (var answer in await Task.WhenAll(calls))
        {
            given.Add(((int)answer.Status).ToString(CultureInfo.InvariantCulture));
            if ((int)answer.Status >= 400)
                Assert.NotEmpty(answer.Code);
        }

        Assert.Equal(operation["responses"]!.AsObject().Select(r => r.Key).Append("503").Distinct().Order(StringComparer.Ordinal), given);
    }

    private static async Task<JsonNode> Description(ApiHouse house)
    {
        var answer = await house.Caller(null).Get(ApiUrls.Description);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json;
    }

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode description) =>
        from path in description["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);
}
