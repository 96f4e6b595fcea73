using DoubleReductionGov.Administration.Users;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Administration.Officers;

internal sealed class OfficerAppointment(UserDesk desk, IdentityUserManager users, OfficerRegister officers) : IOfficerAppointment, ITransientDependency
{
    public async Task<string> AppointAsync(string role, string userName, bool evenIfThereIsOne)
    {
        if (!OfficerSeparation.IsOfficer(role))
        {
            throw new ArgumentException($"'{role}' is no officer's role.", nameof(role));
        }

        if (!evenIfThereIsOne && await officers.CountActiveAsync(role) is var count and > 0)
        {
            throw new BusinessException(AdministrationErrors.OfficerExists).WithData("role", role).WithData("count", count);
        }

        var created = await desk.CreateAsync(new CreateUserInput { UserName = userName, Name = userName });
        await users.AddToRoleAsync(await users.GetByIdAsync(created.UserId), role);
        return created.Password;
    }
}
