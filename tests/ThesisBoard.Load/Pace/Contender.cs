using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Load.Pace;

/// <summary>One of the programs that are measured side by side.</summary>
/// <param name="Name">As the table says it.</param>
/// <param name="Assembly">The published program.</param>
/// <param name="Page">The page that stands for it; what answers there answers a reader.</param>
/// <param name="Ready">What answers as soon as it can be used.</param>
/// <param name="Button">A button of the page whose click is measured.</param>
internal sealed record Contender(string Name, string Assembly, string Page, string Ready, string Button)
{
    /// <summary>A program of the template looks for its files where it is started from.</summary>
    private (string Name, string Value) Home => ("ASPNETCORE_CONTENTROOT", Path.GetDirectoryName(Assembly)!);

    public Task<MeasuredServer> Start() => MeasuredServer.Start(Assembly, Ready, [.. Settings.NoLimits, Home]);

    /// <summary>Not started yet, and without the probe in it.</summary>
    public BoardServer Bare() => new() { Assembly = Assembly, ReadyPath = Ready, Settings = new Dictionary<string, string> { [Home.Name] = Home.Value } };
}

/// <summary>The product, the framework's own counter made anew from its template, and a bare page of MudBlazor of a board's shape.</summary>
internal sealed class Contenders : IDisposable
{
    private readonly PublishedApp template;
    private readonly PublishedApp floor;

    private Contenders(string product, PublishedApp template, PublishedApp floor)
    {
        (this.template, this.floor) = (template, floor);
        Product = new("ThesisBoard", product, Measures.Board, "/health/ready", "");
        Template = new("template", template.Assembly, Baseline.Page, Baseline.Page, "Click me");
        Floor = new("floor", floor.Assembly, "/", "/", "Count");
    }

    public Contender Product { get; }

    public Contender Template { get; }

    public Contender Floor { get; }

    public IReadOnlyList<Contender> All => [Product, Template, Floor];

    public static async Task<Contenders> Publish(string product)
    {
        var template = await Baseline.Publish();
        try
        {
            return new(product, template, await PublishedApp.Publish(Path.Combine(BuiltApp.Root, "tests", "ThesisBoard.Floor")));
        }
        catch
        {
            template.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        template.Dispose();
        floor.Dispose();
    }
}
