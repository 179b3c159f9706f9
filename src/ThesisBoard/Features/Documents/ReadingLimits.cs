using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Documents;

/// <summary>
/// What is read of a stored document. A text that is longer than this (some five thousand pages) is kept and can be downloaded; it is not shown, searched or quoted,
/// because all of that holds it in memory several times.
/// </summary>
internal static class ReadingLimits
{
    public const int MostCharacters = 16 * 1024 * 1024;
    private const int MostPageCharacters = 3 * MostCharacters;

    /// <summary>A PDF has to be held whole, and a damaged one costs several times its size.</summary>
    private const long MostMemory = 384L * 1024 * 1024;

    public static ReadLimits Shown { get; } = new() { MaxTextCharacters = MostCharacters, MaxPageCharacters = MostPageCharacters, MaxMemory = MostMemory };

    /// <summary>What a file that is brought in may take to be read through.</summary>
    public static ReadLimits Taken(long maxBytes) => new() { MaxBytes = maxBytes, MaxMemory = MostMemory };

    /// <summary>What a text of this length means to its reader, in a sentence; empty for one that is read.</summary>
    public static string Warning(long characters) => characters <= MostCharacters
        ? ""
        : $"That is more than the {Figures.Number(MostCharacters)} characters that are read here: it is kept and can be downloaded, and is not shown or searched.";
}
