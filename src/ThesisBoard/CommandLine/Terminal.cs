using System.Text;

namespace ThesisBoard.CommandLine;

/// <summary>The world as a command sees it: where it writes, which day it is, and the settings.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error, TimeProvider Clock, IConfiguration Settings)
{
    /// <summary>Today in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>The process's own, in UTF-8 wherever it is sent.</summary>
    public static Terminal Process()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, TimeProvider.System, new ConfigurationBuilder().AddEnvironmentVariables().Build());
    }
}

/// <summary>A command cannot do what was asked. The lines say why and what to do.</summary>
public sealed class CommandRefusedException(params IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
{
    /// <summary>One line a problem.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
