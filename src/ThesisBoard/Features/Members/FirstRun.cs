using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Members;

/// <summary>Once the server listens: prints its address and, until there is an owner, a one-time link that makes one. To the console only; a token never goes to a log.</summary>
internal sealed class FirstRun(IServer server, SignInLinks links) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.Count is null or 0)
            return;
        var address = SiteAddress.Listening(server).AbsoluteUri.TrimEnd('/');
        Console.WriteLine($"ThesisBoard is at {address}");
        if (await links.CreateFirst(cancellationToken) is { } token)
            Console.WriteLine($"Nobody owns it yet. Whoever opens this link first does (it works once, for 24 hours):\n{address}/setup/{token}");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
