using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ThesisBoard.Data;

/// <summary>A query that EF compiles once instead of reading it anew each time. Such a query belongs to one model, and each engine has its own.</summary>
internal sealed class PerModel<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> known = [];

    public TQuery For(BoardDb db) => known.GetValue(db.Model, _ => compile());
}
