using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>A server with an owner, shared by the tests of a class.</summary>
public sealed class OwnedBoard : IAsyncLifetime
{
    private IReadOnlyList<Cookie>? owner;

    public BoardServer Server { get; } = new();

    public async Task<IReadOnlyList<Cookie>> Owner(Chromium chromium) => owner ??= await chromium.MakeOwner(Server);

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
