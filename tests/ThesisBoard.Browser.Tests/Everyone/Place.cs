using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>Something that people meet: a page, or a part of one that opens.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Route">The route of the page, or the word of the dialog, that it stands for.</param>
internal sealed record Place(string Name, string Route)
{
    /// <summary>Its address; null stays on the page that is open.</summary>
    public string? Path { get; init; }

    /// <summary>Opens what is to be looked at.</summary>
    public Func<Tab, Task>? Open { get; init; }

    /// <summary>What of the page is looked at: the rest has a row of its own.</summary>
    public string? Part { get; init; }

    /// <summary>Where the focus is once Escape has closed it: on the button of this verb.</summary>
    public string? Opener { get; init; }
}

/// <summary>What was found at a place, view by view.</summary>
internal sealed record Looked(Place Place, IReadOnlyList<(string View, IReadOnlyList<string> Wrong)> Views);
