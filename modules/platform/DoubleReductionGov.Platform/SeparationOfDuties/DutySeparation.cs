using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Users;

namespace DoubleReductionGov.Platform.SeparationOfDuties;

/// <summary>Refuses the second duty of a pair to whoever did the first in the same matter.</summary>
public sealed class DutySeparation(IOptions<SeparationOfDutiesOptions> options, ICurrentUser currentUser) : ITransientDependency
{
    /// <summary>To be asked when the signed-in account is about to do the second duty.</summary>
    /// <param name="name">The declared name of the pair.</param>
    /// <param name="firstUserId">Who did the first; null if nobody did, or no account.</param>
    /// <exception cref="BusinessException">The pair's refusal: it was the same account.</exception>
    /// <exception cref="ArgumentException">There is no such pair: a mistake of the caller.</exception>
    public void Check(string name, Guid? firstUserId)
    {
        var pair = options.Value.Pairs.FirstOrDefault(p => p.Name == name) ?? throw new ArgumentException($"No module declared the duties '{name}'.", nameof(name));
        if (firstUserId is not null && firstUserId == currentUser.Id)
        {
            throw new BusinessException(pair.Refusal);
        }
    }
}
