using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoubleReductionGov.Host.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "EmailConfirmed",
                table: "AbpUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastPasswordChangeTime",
                table: "AbpUsers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhoneNumber",
                table: "AbpUsers",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PhoneNumberConfirmed",
                table: "AbpUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShouldChangePasswordOnNextLogin",
                table: "AbpUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "TwoFactorEnabled",
                table: "AbpUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "NoticesNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    Time = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticesNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoticesPreferences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Digest = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietFrom = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    QuietTo = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Channels = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticesPreferences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoticesDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticesDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoticesDeliveries_NoticesNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "NoticesNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NoticesDeliveries_NoticeId",
                table: "NoticesDeliveries",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticesDeliveries_TenantId_NotBefore",
                table: "NoticesDeliveries",
                columns: new[] { "TenantId", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticesDeliveries_TenantId_UserId_Channel",
                table: "NoticesDeliveries",
                columns: new[] { "TenantId", "UserId", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticesNotices_TenantId_Time",
                table: "NoticesNotices",
                columns: new[] { "TenantId", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticesNotices_TenantId_UserId_Id",
                table: "NoticesNotices",
                columns: new[] { "TenantId", "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticesNotices_Unread",
                table: "NoticesNotices",
                columns: new[] { "TenantId", "UserId" },
                filter: "\"ReadTime\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_NoticesPreferences_TenantId_UserId",
                table: "NoticesPreferences",
                columns: new[] { "TenantId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticesPreferences_UserId",
                table: "NoticesPreferences",
                column: "UserId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NoticesDeliveries");

            migrationBuilder.DropTable(
                name: "NoticesPreferences");

            migrationBuilder.DropTable(
                name: "NoticesNotices");

            migrationBuilder.DropColumn(
                name: "EmailConfirmed",
                table: "AbpUsers");

            migrationBuilder.DropColumn(
                name: "LastPasswordChangeTime",
                table: "AbpUsers");

            migrationBuilder.DropColumn(
                name: "PhoneNumber",
                table: "AbpUsers");

            migrationBuilder.DropColumn(
                name: "PhoneNumberConfirmed",
                table: "AbpUsers");

            migrationBuilder.DropColumn(
                name: "ShouldChangePasswordOnNextLogin",
                table: "AbpUsers");

            migrationBuilder.DropColumn(
                name: "TwoFactorEnabled",
                table: "AbpUsers");
        }
    }
}
