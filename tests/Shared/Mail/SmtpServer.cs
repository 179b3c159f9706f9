using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ThesisBoard.Tests.Shared.Mail;

/// <summary>A mail server on loopback that keeps what it is given: real SMTP, as far as sending needs it.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;

    /// <param name="refused">A recipient that it does not deliver to.</param>
    /// <param name="password">What it wants to hear after AUTH; null when it wants none.</param>
    public SmtpServer(string? refused = null, (string User, string Password)? password = null)
    {
        listener.Start();
        serving = Serve(refused, password);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every mail as it came over the line, headers and all.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>The settings that make the app send here.</summary>
    public (string Name, string Value)[] Settings => [("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{Port}"), ("Mail__From", "ThesisBoard <board@example.com>")];

    /// <summary>The next mail, in which the lines that the transfer broke are whole again.</summary>
    public async Task<string> Next(CancellationToken ct)
    {
        while (true)
        {
            if (Mails.TryDequeue(out var mail))
                return mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
            await Task.Delay(20, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving;
        end.Dispose();
    }

    private async Task Serve(string? refused, (string User, string Password)? password)
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(Talk(await listener.AcceptTcpClientAsync(end.Token), refused, password));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client, string? refused, (string User, string Password)? password)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 loopback");
            while (await reader.ReadLineAsync(end.Token) is { } line && !line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                await writer.WriteLineAsync(await Answer(line, reader, writer, refused, password));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private async Task<string> Answer(string line, StreamReader reader, StreamWriter writer, string? refused, (string User, string Password)? password)
    {
        if (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase))
            return password is null ? "250 loopback" : "250-loopback\r\n250 AUTH PLAIN";
        if (line.StartsWith("AUTH PLAIN ", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8.GetString(Convert.FromBase64String(line[11..])) == $"\0{password?.User}\0{password?.Password}" ? "235 welcome" : "535 no";
        if (refused is not null && line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && line.Contains(refused, StringComparison.OrdinalIgnoreCase))
            return "550 nobody of that name";
        if (!line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
            return "250 yes";
        await writer.WriteLineAsync("354 go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(end.Token) is { } text && text != ".")
            mail.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
        Mails.Enqueue(mail.ToString());
        return "250 kept";
    }
}
