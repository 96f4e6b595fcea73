using DoubleReductionGov.Administration.Rights;
using DoubleReductionGov.Administration.Roles;
using DoubleReductionGov.Administration.Users;
using DoubleReductionGov.Host.Http;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Administration;

/// <summary>What officers do on their screens.</summary>
internal static class AdministrationVerbs
{
    public const string Users = "/api/administration/user";
    public const string Roles = "/api/administration/role";
    public const string Rights = "/api/administration/right";
    public const string Counties = "/api/administration/county";

    public static async Task<UserDto> UserAsync(this HttpClient officer, string userName)
    {
        var found = await officer.GetAsync<PagedResultDto<UserListItem>>($"{Users}?filter={userName}&maxResultCount=1000");
        return await officer.GetAsync<UserDto>($"{Users}/{found.Items.Single(u => u.UserName == userName).Id}");
    }

    public static Task<OneTimePasswordDto> CreateUserAsync(this HttpClient systemAdmin, string userName) =>
        systemAdmin.PostAsync<OneTimePasswordDto>(Users, new CreateUserInput { UserName = userName, Name = "新用户" });

    public static async Task<RoleListItem> RoleAsync(this HttpClient officer, string name) =>
        (await officer.GetAsync<PagedResultDto<RoleListItem>>($"{Roles}?filter={Uri.EscapeDataString(name)}&maxResultCount=1000")).Items.Single(r => r.Name == name);

    public static async Task<HttpResponseMessage> SetRolesAsync(this HttpClient securityAdmin, Guid userId, params string[] names)
    {
        var ids = new List<Guid>();
        foreach (var name in names)
        {
            ids.Add((await securityAdmin.RoleAsync(name)).Id);
        }

        return await securityAdmin.PutAsync($"{Users}/{userId}/roles", new UpdateUserRolesInput { RoleIds = ids });
    }

    public static async Task<RightsDto> RightsOfRoleAsync(this HttpClient officer, string name) =>
        await officer.GetAsync<RightsDto>($"{Rights}/for-role/{(await officer.RoleAsync(name)).Id}");

    public static async Task<HttpResponseMessage> SetRightsOfRoleAsync(this HttpClient securityAdmin, string name, string? stamp, params string[] granted) =>
        await securityAdmin.PutAsync(
            $"{Rights}/for-role/{(await securityAdmin.RoleAsync(name)).Id}", new UpdateRightsInput { Granted = granted, ConcurrencyStamp = stamp });

    public static IEnumerable<Right> All(this RightsDto rights) => rights.Groups.SelectMany(g => g.Rights);

    public static string[] Direct(this RightsDto rights) => [.. rights.All().Where(r => r.IsDirect).Select(r => r.Name)];
}
