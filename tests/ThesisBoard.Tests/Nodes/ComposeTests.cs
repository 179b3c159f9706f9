using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using ThesisBoard.Data;
using ThesisBoard.Nodes;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ThesisBoard.Tests.Nodes;

/// <summary>What a team is given to start with fits the program: no Docker is needed to see that.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Folder = Path.Combine(Top(), "src", "ThesisBoard");
    private static readonly Dictionary<string, object> Compose = Read();

    [Fact]
    public void Both_nodes_are_the_same_build_with_the_same_settings()
    {
        Assert.Equal(Environment("app1"), Environment("app2"));
        Assert.Equal(Text(Service("app1"), "image"), Text(Service("app2"), "image"));
        var build = Map(Service("app1"), "build");
        var context = Path.GetFullPath(Path.Combine(Folder, Text(build, "context")));
        Assert.Equal(Top(), context);
        Assert.True(File.Exists(Path.Combine(context, Text(build, "dockerfile"))));
    }

    [Fact]
    public void Every_setting_that_the_nodes_are_given_stands_in_the_table_of_settings()
    {
        var table = File.ReadAllText(Path.Combine(Top(), "README.md"));
        Assert.All(Environment("app1").Keys, name => Assert.Contains($"| `{name}` |", table, StringComparison.Ordinal));
    }

    [Fact]
    public void The_program_takes_these_settings_and_means_the_services_beside_it()
    {
        var settings = Environment("app1").ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => (string?)Variable().Replace(s.Value, "Given-in-.env-1"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

        var database = DatabaseSettings.Read(configuration);
        Assert.Equal(DatabaseProvider.SqlServer, database.Provider);
        var server = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(database.ConnectionString);
        Assert.Contains(server.DataSource, Services().Keys);
        Assert.Contains($"CREATE DATABASE {server.InitialCatalog};", Script(), StringComparison.Ordinal);
        Assert.Contains($"CREATE LOGIN {server.UserID} ", Script(), StringComparison.Ordinal);
        var redis = Assert.Single(NodeSettings.Read(configuration).Redis!.EndPoints);
        Assert.Contains(Assert.IsType<System.Net.DnsEndPoint>(redis).Host, Services().Keys);
    }

    [Fact]
    public void The_proxy_knows_every_node_at_the_port_where_it_listens_and_asks_for_what_is_there()
    {
        var port = Environment("app1")["ASPNETCORE_HTTP_PORTS"];
        var nodes = Services().Keys.Where(name => name.StartsWith("app", StringComparison.Ordinal)).Select(name => $"{name}:{port}").Order(StringComparer.Ordinal);
        var proxy = File.ReadAllText(Path.Combine(Folder, "Caddyfile"));
        var dockerfile = File.ReadAllText(Path.Combine(Folder, "Dockerfile"));

        Assert.Equal(nodes, Environment("proxy")["NODES"].Split(' ').Order(StringComparer.Ordinal));
        Assert.Contains($"{{$NODES:{Environment("proxy")["NODES"]}}}", proxy, StringComparison.Ordinal);
        Assert.Contains("health_uri /health/ready", proxy, StringComparison.Ordinal);
        Assert.Contains($"ASPNETCORE_HTTP_PORTS={port}", dockerfile, StringComparison.Ordinal);
        Assert.Contains($"EXPOSE {port}", dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_volume_and_service_that_is_named_is_there_and_no_password_is()
    {
        var volumes = Map(Compose, "volumes").Keys;
        foreach (var (name, service) in Services())
        {
            foreach (var mount in List(service, "volumes").Select(v => v.Split(':')[0]))
                Assert.True(mount.StartsWith("./", StringComparison.Ordinal) ? File.Exists(Path.Combine(Folder, mount)) : volumes.Contains(mount), $"{name}: {mount}");
            if (service.TryGetValue("depends_on", out var needs))
                Assert.All(((Dictionary<object, object>)needs).Keys, need => Assert.Contains((string)need, Services().Keys));
        }

        Assert.DoesNotMatch(@"(?i)password=[^$""\\;]", Variable().Replace(File.ReadAllText(Path.Combine(Folder, "compose.yaml")).Replace("PASSWORD=…", "", StringComparison.Ordinal), "$"));
    }

    [Fact]
    public void The_script_for_the_empty_database_is_sound()
    {
        new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(Script()), out var errors);

        Assert.Empty(errors.Select(e => $"line {e.Line}: {e.Message}"));
    }

    [Fact]
    public void The_image_is_built_from_all_that_the_program_is_made_of()
    {
        var copied = File.ReadLines(Path.Combine(Folder, "Dockerfile")).Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToHashSet(StringComparer.Ordinal);

        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Top(), path)), path));
        Assert.Superset(new HashSet<string> { "src", "wwwroot", "global.json", ".editorconfig", "Directory.Build.props", "Directory.Packages.props" }, copied);
    }

    private static Dictionary<string, object> Read()
    {
        using var file = File.OpenText(Path.Combine(Folder, "compose.yaml"));
        return new DeserializerBuilder().WithDuplicateKeyChecking().Build().Deserialize<Dictionary<string, object>>(new MergingParser(new Parser(file)));
    }

    private static string Script() => File.ReadAllText(Path.Combine(Folder, "create-database.sql"));

    private static Dictionary<string, Dictionary<object, object>> Services() =>
        ((Dictionary<object, object>)Compose["services"]).ToDictionary(s => (string)s.Key, s => (Dictionary<object, object>)s.Value);

    private static Dictionary<object, object> Service(string name) => Services()[name];

    private static Dictionary<string, string> Environment(string service) => Map(Service(service), "environment").ToDictionary(e => (string)e.Key, e => (string)e.Value);

    private static Dictionary<object, object> Map(Dictionary<object, object> parent, string key) => (Dictionary<object, object>)parent[key];

    private static Dictionary<object, object> Map(Dictionary<string, object> parent, string key) => (Dictionary<object, object>)parent[key];

    private static IEnumerable<string> List(Dictionary<object, object> parent, string key) => parent.TryGetValue(key, out var list) ? ((List<object>)list).Cast<string>() : [];

    private static string Text(Dictionary<object, object> parent, string key) => (string)parent[key];

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ThesisBoard.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>What Docker fills in from .env.</summary>
    [GeneratedRegex(@"\$\{\w+(:[?-][^}]*)?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
