using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Theses;

/// <summary>The theses without facts that ship with the program.</summary>
public sealed class BoardTemplates
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>A Bitcoin miner turns to AI: the Cango thesis without its facts.</summary>
    public async Task<Thesis> MinerToAi()
    {
        var file = ThesisFile.Read(await File.ReadAllTextAsync(Path.Combine(Folder, "miner-to-ai.thesis.json")));
        return file.Thesis ?? throw new InvalidOperationException($"The shipped template cannot be read: {file.Problems[0]}");
    }
}
