using Microsoft.EntityFrameworkCore;

namespace DoubleReductionGov.Administration;

public static class AdministrationTables
{
    internal const string Prefix = "Administration";

    public static void ConfigureAdministration(this ModelBuilder builder) => SignIn.SignInTables.Configure(builder);
}
