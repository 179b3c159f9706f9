using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ThesisBoard.Load.Probe;

/// <summary>Counts what Entity Framework tells of: every command by its text, and the last commit.</summary>
internal sealed class DatabaseCounts : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Source = "Microsoft.EntityFrameworkCore";
    private const string CommandExecuted = Source + ".Database.Command.CommandExecuted";
    private const string Committed = Source + ".Database.Transaction.TransactionCommitted";
    private readonly ConcurrentDictionary<string, int> commands = new(StringComparer.Ordinal);
    private long lastCommit;

    public static DatabaseCounts Instance { get; } = new();

    public long LastCommit => Interlocked.Read(ref lastCommit);

    public IReadOnlyDictionary<string, int> Commands => commands.ToDictionary();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Source)
            value.Subscribe(this, name => name is CommandExecuted or Committed);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Committed)
            Interlocked.Exchange(ref lastCommit, Stopwatch.GetTimestamp());
        else if (value.Value is CommandExecutedEventData executed)
            commands.AddOrUpdate(executed.Command.CommandText, 1, (_, count) => count + 1);
    }

    public void OnCompleted()
    {
        // The program ends.
    }

    public void OnError(Exception error)
    {
        // The program tells of its own errors.
    }
}
