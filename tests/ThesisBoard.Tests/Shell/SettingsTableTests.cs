using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace ThesisBoard.Tests.Shell;

/// <summary>The README's one table of settings against what the program reads: nothing is left out, and nothing is there that nobody reads.</summary>
public sealed partial class SettingsTableTests
{
    /// <summary>Some settings are only read where others are set.</summary>
    private static readonly Dictionary<string, string> Set = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OpenIdConnect:Authority"] = "https://login.example.com", ["OpenIdConnect:ClientId"] = "board", ["OpenIdConnect:ClientSecret"] = "secret",
        ["Mail:Host"] = "localhost", ["Mail:From"] = "board@example.com",
    };

    [Fact]
    public void The_table_of_the_README_has_every_setting_that_is_read_and_no_other()
    {
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var read in typeof(Program).Assembly.GetTypes().Select(t => t.GetMethod("Read", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static, [typeof(IConfiguration)])).OfType<MethodInfo>())
            read.Invoke(null, [new Listener("", asked)]);

        var table = Row().Matches(File.ReadAllText(Path.Combine(LookTests.Root, "README.md"))).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(m => m.Groups[1].Value)
            .Where(name => !name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)); // the framework's own
        Assert.InRange(asked.Count, 20, 100);
        Assert.Equal(asked, table.ToHashSet(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>Notes what is asked for, by the name of the environment variable.</summary>
    private sealed class Listener(string path, ISet<string> asked) : IConfigurationSection
    {
        public string Key => Path;

        public string Path => path;

        public string? Value { get => this[""]; set => throw new NotSupportedException(); }

        public string? this[string key]
        {
            get
            {
                var name = path.Length == 0 ? key : key.Length == 0 ? path : $"{path}:{key}";
                asked.Add(name.Replace(":", "__", StringComparison.Ordinal));
                return Set.GetValueOrDefault(name);
            }
            set => throw new NotSupportedException();
        }

        public IEnumerable<IConfigurationSection> GetChildren() => [];

        public IChangeToken GetReloadToken() => throw new NotSupportedException();

        public IConfigurationSection GetSection(string key) => new Listener(path.Length == 0 ? key : $"{path}:{key}", asked);
    }

    [GeneratedRegex(@"^\| (`[A-Z][^|]*) \| [^|]+ \| [^|]+ \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z_]+)`")]
    private static partial Regex Name();
}
