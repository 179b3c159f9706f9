using System.Text.Json.Nodes;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Editing;
using ThesisBoard.Features.Evidence;

namespace ThesisBoard.Features.Audit;

/// <summary>How something on the record was put right, or set aside.</summary>
public enum CorrectionKind
{
    /// <summary>The issuer published another figure for what was on file.</summary>
    Restatement,

    /// <summary>What was entered was changed.</summary>
    Correction,

    /// <summary>What was on file counts no more.</summary>
    Withdrawal,

    /// <summary>What was withdrawn counts again.</summary>
    Reinstatement,

    /// <summary>A person said how a criterion stands.</summary>
    Judgement,

    /// <summary>What is asked was changed after it was sealed.</summary>
    NewVersion,
}

/// <summary>One entry of the log that changed what was on the record.</summary>
/// <param name="What">The item in words, for people who did not see it.</param>
/// <param name="Reason">Why, where the write has a reason of its own.</param>
/// <param name="Changes">Field by field; empty for what came or went whole.</param>
public sealed record Correction(long Version, int Ordinal, DateTime At, string By, CorrectionKind Kind, string Summary, string What, string Reason, IReadOnlyList<FieldChange> Changes)
{
    private const string SealPath = "seal.";
    private const string WithdrawnPath = "withdrawn.";
    private const int MostListed = 200;
    private static readonly string[] BesideTheMatter = ["recorded", "key"];

    /// <summary>What an entry corrects; null when it only adds something, or names it otherwise.</summary>
    internal static Correction? Of(ChangeRow row) => row.Kind switch
    {
        ItemKind.Observation => Item<Observation>(row, item => item.Withdrawn?.Reason ?? item.Note, (before, after) => before is null ? (after!.Restates ? CorrectionKind.Restatement : null) : after is { Restates: true } && !before.Restates ? CorrectionKind.Restatement : null),
        ItemKind.Evidence => Item<EvidenceItem>(row, item => item.Withdrawn?.Reason ?? item.Note, (_, _) => null),
        ItemKind.Source => Item<Source>(row, item => item.Note, (_, _) => null),
        ItemKind.Judgement => Item<Judgement>(row, item => item.Reason, (before, _) => before is null ? CorrectionKind.Judgement : null),
        ItemKind.Criterion => NewVersion(row),
        ItemKind.Board => Whole(row),
        _ => null,
    };

    private static Correction? Item<T>(ChangeRow row, Func<T, string> reason, Func<T?, T?, CorrectionKind?> special)
        where T : class
    {
        var (before, after) = (Read<T>(row.Before), Read<T>(row.After));
        CorrectionKind? kind = special(before, after) ?? (before, after) switch
        {
            (null, _) => null,
            (_, null) => CorrectionKind.Withdrawal,
            _ => (Withdrawn(before), Withdrawn(after)) switch
            {
                (null, not null) => CorrectionKind.Withdrawal,
                (not null, null) => CorrectionKind.Reinstatement,
                _ => CorrectionKind.Correction,
            },
        };
        if (kind is null)
            return null;
        var changes = row is { Before: { } was, After: { } now } ? FieldDiff.Between(Parse(was), Parse(now)).Where(c => !BesideTheMatter.Contains(c.Path) && (kind is not (CorrectionKind.Withdrawal or CorrectionKind.Reinstatement) || !c.Path.StartsWith(WithdrawnPath, StringComparison.Ordinal))).ToList() : [];
        return new(row.Version, row.Ordinal, row.At, row.By, kind.Value, row.Summary, Words(after ?? before), kind == CorrectionKind.Reinstatement ? Reinstating.ReasonOf(row.Summary) : reason((after ?? before)!), changes);
    }

    private static Correction? NewVersion(ChangeRow row)
    {
        if (Read<Criterion>(row.Before) is not { } before || Read<Criterion>(row.After) is not { } after)
            return row.After is null ? new(row.Version, row.Ordinal, row.At, row.By, CorrectionKind.Withdrawal, row.Summary, Read<Criterion>(row.Before)?.Title ?? row.Key, "", []) : null;
        if (Sealed(before) is not { } was || Sealed(after) is not { } now || now.Version <= was.Version)
            return null; // a draft asks nothing yet
        var changes = FieldDiff.Between(was, now).Where(c => c.Path is not ("version" or "reason") && !c.Path.StartsWith(SealPath, StringComparison.Ordinal)).ToList();
        return new(row.Version, row.Ordinal, row.At, row.By, CorrectionKind.NewVersion, row.Summary, $"{after.Title}, version {now.Version}", now.Reason, changes);
    }

    private static Contract? Sealed(Criterion criterion) => criterion.Contracts.LastOrDefault(c => c.Seal is not null);

    /// <summary>A board that was exchanged by a file: everything of it that is another or gone.</summary>
    private static Correction? Whole(ChangeRow row)
    {
        if (Board(row.Before) is not { } before || Board(row.After) is not { } after)
            return null;
        var changes = BoardItems.All.SelectMany(table => table.Diff(before, after, new Dictionary<ItemId, ItemState>())).Where(c => c is { IsMove: false, BeforeJson: not null }).SelectMany(Differences).ToList();
        return changes.Count == 0 ? null
            : new(row.Version, row.Ordinal, row.At, row.By, CorrectionKind.Correction, row.Summary, "The whole board was exchanged", changes.Count > MostListed ? $"{Figures.Number(changes.Count)} differences; the first {MostListed} are listed." : "", [.. changes.Take(MostListed)]);
    }

    private static IEnumerable<FieldChange> Differences(ItemChange change)
    {
        var name = $"{Called(change.Item.Kind)}{(change.Item.Key == BoardItems.Only ? "" : $" {change.Item.Key}")}";
        return change.AfterJson is null
            ? [new(name, name, "on file", "taken out")]
            : FieldDiff.Between(Parse(change.BeforeJson!), Parse(change.AfterJson)).Select(c => c with { Label = $"{name}: {c.Label}" });
    }

    /// <summary>What a kind is called on the pages, where that is another word.</summary>
    private static string Called(ItemKind kind) => kind switch
    {
        ItemKind.Observation => "Figure",
        ItemKind.Conflict => "Disagreement",
        _ => $"{kind}",
    };

    private static BoardContent? Board(string? file) => file is not null && ThesisFile.Read(file) is { IsRead: true } read ? new(read.Thesis, read.Record) : null;

    private static Withdrawal? Withdrawn(object? item) => (item as EvidenceItem)?.Withdrawn ?? (item as Observation)?.Withdrawn;

    private static string Words(object? item) => item switch
    {
        Observation figure => $"{figure.Metric}, {Figures.Show(figure.Period)}: {Figures.Show(figure.Value)}",
        EvidenceItem evidence => evidence.Claim,
        Source source => source.Title,
        Judgement judgement => $"{judgement.Criterion}, version {judgement.Version}: {judgement.Standing}",
        _ => "",
    };

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : ThesisJson.Read<T>(json);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
