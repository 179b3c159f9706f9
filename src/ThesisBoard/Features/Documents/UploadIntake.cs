using Microsoft.AspNetCore.StaticFiles;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Features.Documents;

/// <summary>How far an upload has come.</summary>
public enum UploadStep
{
    /// <summary>All bytes are here.</summary>
    Received,

    /// <summary>Its content says what it is.</summary>
    Recognised,

    /// <summary>Text and facts are read.</summary>
    Read,

    /// <summary>It is in the inbox.</summary>
    Stored,

    /// <summary>It is in the inbox, held back for a person to look at first.</summary>
    Held,

    /// <summary>Nothing of it was kept.</summary>
    Refused,
}

/// <summary>One step of one file, in a sentence.</summary>
/// <param name="Filing">The filing in the inbox, once there is one.</param>
public sealed record UploadEvent(string File, UploadStep Step, string Says, Guid? Filing = null);

/// <summary>Takes a file in: recognised by its content, read as far as it can be, and kept only when all of that went well.</summary>
public sealed class UploadIntake(Data.Documents documents, FilingShelf shelf, BoardShelf boards, UploadOptions options) : IDisposable
{
    /// <summary>A large file takes memory while it is read.</summary>
    private readonly SemaphoreSlim turns = new(2);

    public void Dispose() => turns.Dispose();

    /// <summary>Takes the file in and tells each step; the last says what became of it.</summary>
    public async Task Take(Actor actor, string slug, string name, Stream file, Func<UploadEvent, Task> tell, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        try
        {
            var kind = await Recognise(name, file, ct);
            await tell(new(name, UploadStep.Recognised, $"This is {FileKinds.Describe(kind)}."));
            var issuer = (await boards.Board(slug, ct))?.Content.Thesis.Issuer ?? new() { Name = "" };
            using var upload = await Task.Run(() => UploadReader.Read(name, kind, file, issuer, options, ct), ct);
            await tell(new(name, UploadStep.Read, upload.Says));
            ct.ThrowIfCancellationRequested();
            await tell(await Keep(actor, slug, name, upload, CancellationToken.None)); // whole or not at all, whoever goes away now
        }
        catch (FilingException e)
        {
            await tell(new(name, UploadStep.Refused, $"Not taken: {e.Message}"));
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Reads a file as far as it can be read and hands on what is in it; nothing of it is kept.</summary>
    /// <exception cref="FilingException">Nothing of it can be read.</exception>
    internal async Task<T> Look<T>(string name, Stream file, Func<ReadUpload, T> take, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        try
        {
            var kind = await Recognise(name, file, ct);
            return await Task.Run(
                () =>
                {
                    using var read = UploadReader.Read(name, kind, file, new() { Name = "" }, options, ct);
                    return take(read);
                },
                ct);
        }
        finally
        {
            turns.Release();
        }
    }

    private static async Task<FileKind> Recognise(string name, Stream file, CancellationToken ct)
    {
        file.Position = 0;
        var prefix = new byte[FileKinds.PrefixLength];
        var length = await file.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, ct);
        var kind = FileKinds.Of(prefix.AsSpan(0, length));
        FileKinds.RequireName(name, kind);
        file.Position = 0;
        return kind;
    }

    private async Task<UploadEvent> Keep(Actor actor, string slug, string name, ReadUpload upload, CancellationToken ct)
    {
        if (await documents.StoredBytes(ct) + upload.Parts.Sum(p => p.Content.Length) > options.MaxStoredBytes)
            return new(name, UploadStep.Refused, $"Not taken: all documents together may have {ByteCount.Show(options.MaxStoredBytes)} here.");
        var kept = new List<ArrivedDocument>();
        foreach (var part in upload.Parts)
        {
            if (await documents.Keep(actor, slug, part.Name, MediaType(part.Name), part.Content, ct) is not { } hash)
                return new(name, UploadStep.Refused, "Not taken: you may not bring files in with your role.");
            kept.Add(new(hash, part.Exhibit, part.Name, part.Description));
        }

        var result = await shelf.Save(actor, slug, new BringInFiling(upload.Filing with { Documents = kept }), ct);
        if (result is not FilingResult.Saved { Id: { } id } saved)
            return new(name, UploadStep.Refused, $"Not taken: {result.Explain()}");
        if (!saved.HasChanged)
            return new(name, UploadStep.Stored, $"It was in the inbox already. {upload.Says}", id);
        return await shelf.Read(actor, slug, id, ct) is { State: FilingState.Held } held
            ? new(name, UploadStep.Held, $"Held back: {held.Warning} {upload.Says}", id)
            : new(name, UploadStep.Stored, $"In the inbox. {upload.Says}", id);
    }

    private static string MediaType(string name) => new FileExtensionContentTypeProvider().TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
