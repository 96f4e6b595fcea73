using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoubleReductionGov.Host.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EventCorrelation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "AbpEventOutbox",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CorrelationId",
                table: "AbpEventOutbox");
        }
    }
}
