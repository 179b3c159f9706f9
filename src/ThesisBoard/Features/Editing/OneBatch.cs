using Microsoft.AspNetCore.Components;

namespace ThesisBoard.Features.Editing;

/// <summary>
/// Sends what several components draw as one batch. A component that is told of a change draws at once, and what it drew is sent and confirmed by itself;
/// but while one is drawing, others wait for it and go along. So this one draws nothing, and the changes are made meanwhile.
/// </summary>
public sealed class OneBatch : IComponent
{
    private RenderHandle place;

    /// <inheritdoc />
    public void Attach(RenderHandle renderHandle) => place = renderHandle;

    /// <inheritdoc />
    public Task SetParametersAsync(ParameterView parameters) => Task.CompletedTask;

    /// <summary>Makes the changes: now, or right after what is being drawn.</summary>
    public void Of(Action changes) => place.Render(_ => changes());
}
