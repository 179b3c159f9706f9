using System.Transactions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ThesisBoard.Tests.Data;

/// <summary>Transactions where there is no server to begin one.</summary>
internal sealed class NoTransactions : IDbContextTransactionManager, IDbContextTransaction, ITransactionEnlistmentManager
{
    public Transaction? EnlistedTransaction => null;

    public Transaction? CurrentAmbientTransaction => null;

    public IDbContextTransaction? CurrentTransaction => null;

    public Guid TransactionId => Guid.Empty;

    public IDbContextTransaction BeginTransaction() => this;

    public Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => Task.FromResult<IDbContextTransaction>(this);

    public void EnlistTransaction(Transaction? transaction)
    {
    }

    public void CommitTransaction()
    {
    }

    public Task CommitTransactionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void RollbackTransaction()
    {
    }

    public Task RollbackTransactionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Commit()
    {
    }

    public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Rollback()
    {
    }

    public Task RollbackAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void ResetState()
    {
    }

    public Task ResetStateAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
