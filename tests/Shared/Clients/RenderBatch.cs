using System.Buffers.Binary;
using System.Text;

namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>An element as it came in a batch, with the text below it.</summary>
internal sealed record Element(string Name, IReadOnlyDictionary<string, string> Attributes, string Text)
{
    public string this[string attribute] => Attributes.GetValueOrDefault(attribute, "");
}

/// <summary>A place where an event is heard; the element is null where the batch brought the handler alone.</summary>
internal sealed record Handler(ulong Id, string Event, Element? On);

/// <summary>
/// A render batch: five tables of little-endian integers, whose places stand in its last 20 bytes (differences, frames, disposed components, disposed handlers, texts).
/// A frame has 20 bytes, its type first. Frames stand in the order of the tree, and an element says how many of them are its own.
/// </summary>
internal static class RenderBatch
{
    private const int FrameSize = 20;

    private enum Frame
    {
        Element = 1,
        Text = 2,
        Attribute = 3,
    }

    public static IReadOnlyList<Handler> Handlers(ReadOnlySpan<byte> batch)
    {
        var handlers = new List<Handler>();
        var frames = Frames(batch, out var count);
        for (var at = 0; at < count; at++)
        {
            var frame = frames.Slice(at * FrameSize, FrameSize);
            if (Type(frame) == Frame.Element)
                at = Element(batch, frames, at, handlers);
            else if (Type(frame) == Frame.Attribute && HandlerId(frame) is > 0 and var id)
                handlers.Add(new(id, Name(batch, frame), null));
        }

        return handlers;
    }

    /// <summary>The handlers that are no more.</summary>
    public static IReadOnlyList<ulong> Disposed(ReadOnlySpan<byte> batch)
    {
        var at = Table(batch, 3);
        var ids = new ulong[Int(batch, at)];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = BinaryPrimitives.ReadUInt64LittleEndian(batch[(at + 4 + (i * 8))..]);
        return ids;
    }

    /// <summary>Reads an element's own attributes and gives the last frame read; its children come next.</summary>
    private static int Element(ReadOnlySpan<byte> batch, ReadOnlySpan<byte> frames, int at, List<Handler> handlers)
    {
        var element = frames.Slice(at * FrameSize, FrameSize);
        var end = at + Int(element, 4);
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        var heard = new List<(ulong Id, string Event)>();
        var next = at + 1;
        for (; next < end && Type(frames[(next * FrameSize)..]) == Frame.Attribute; next++)
        {
            var frame = frames.Slice(next * FrameSize, FrameSize);
            if (HandlerId(frame) is > 0 and var id)
                heard.Add((id, Name(batch, frame)));
            else
                attributes[Name(batch, frame)] = Text(batch, Int(frame, 8));
        }

        if (heard.Count > 0)
        {
            var on = new Element(Name(batch, element, 8), attributes, Texts(batch, frames, next, end));
            handlers.AddRange(heard.Select(h => new Handler(h.Id, h.Event, on)));
        }

        return next - 1;
    }

    private static string Texts(ReadOnlySpan<byte> batch, ReadOnlySpan<byte> frames, int from, int end)
    {
        var text = new StringBuilder();
        for (var at = from; at < end; at++)
        {
            if (Type(frames[(at * FrameSize)..]) == Frame.Text)
                text.Append(Text(batch, Int(frames, (at * FrameSize) + 4)));
        }

        return text.ToString().Trim();
    }

    private static ReadOnlySpan<byte> Frames(ReadOnlySpan<byte> batch, out int count)
    {
        var at = Table(batch, 1);
        count = Int(batch, at);
        return batch.Slice(at + 4, count * FrameSize);
    }

    private static int Table(ReadOnlySpan<byte> batch, int index) => Int(batch, batch.Length - 20 + (index * 4));

    private static Frame Type(ReadOnlySpan<byte> frame) => (Frame)Int(frame, 0);

    private static string Name(ReadOnlySpan<byte> batch, ReadOnlySpan<byte> frame, int at = 4) => Text(batch, Int(frame, at));

    private static ulong HandlerId(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt64LittleEndian(frame[12..]);

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    /// <summary>UTF-8 behind its length in groups of seven bits.</summary>
    private static string Text(ReadOnlySpan<byte> batch, int index)
    {
        if (index < 0)
            return "";
        var at = Int(batch, Table(batch, 4) + (index * 4));
        var (length, shift) = (0, 0);
        for (byte part = 0x80; (part & 0x80) != 0; shift += 7)
        {
            part = batch[at++];
            length |= (part & 0x7f) << shift;
        }

        return Encoding.UTF8.GetString(batch.Slice(at, length));
    }
}
