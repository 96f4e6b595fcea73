namespace DoubleReductionGov.Administration;

/// <summary>How the first officers come into being, before anybody could appoint them. Needs a unit of work.</summary>
public interface IOfficerAppointment
{
    /// <summary>Creates an account with one officer's role in the current tenant.</summary>
    /// <param name="role">One of <see cref="AdministrationRoles.Officers"/>.</param>
    /// <param name="userName">The name to sign in with.</param>
    /// <param name="evenIfThereIsOne">Appoints a further officer of the kind.</param>
    /// <returns>The password for the first sign-in, which is kept nowhere else.</returns>
    /// <exception cref="ArgumentException">The role is no officer's: a mistake of the caller.</exception>
    /// <exception cref="Volo.Abp.BusinessException"><see cref="AdministrationErrors.OfficerExists"/>, <see cref="AdministrationErrors.UserNameExists"/>.</exception>
    Task<string> AppointAsync(string role, string userName, bool evenIfThereIsOne);
}
