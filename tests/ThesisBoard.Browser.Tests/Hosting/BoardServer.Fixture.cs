namespace ThesisBoard.Browser.Tests.Hosting;

public sealed partial class BoardServer : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await Launch();
}
