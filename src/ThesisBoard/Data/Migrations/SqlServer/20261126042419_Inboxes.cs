using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThesisBoard.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Inboxes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Slug",
                table: "Watches",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Slug",
                table: "Filings",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("EXEC('UPDATE Filings SET Slug = (SELECT Slug FROM Theses WHERE Theses.Id = Filings.ThesisId)')");
            migrationBuilder.Sql("EXEC('UPDATE Watches SET Slug = (SELECT Slug FROM Theses WHERE Theses.Id = Watches.ThesisId)')");

            migrationBuilder.DropForeignKey(
                name: "FK_Filings_Theses_ThesisId",
                table: "Filings");

            migrationBuilder.DropForeignKey(
                name: "FK_Watches_Theses_ThesisId",
                table: "Watches");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Watches",
                table: "Watches");

            migrationBuilder.DropIndex(
                name: "IX_Filings_ThesisId_Accession",
                table: "Filings");

            migrationBuilder.DropColumn(
                name: "ThesisId",
                table: "Watches");

            migrationBuilder.DropColumn(
                name: "ThesisId",
                table: "Filings");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Watches",
                table: "Watches",
                column: "Slug");

            migrationBuilder.CreateTable(
                name: "InboxChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Slug = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Verb = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FilingId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    What = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RowVersion = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Filings_Slug_Accession",
                table: "Filings",
                columns: new[] { "Slug", "Accession" },
                unique: true,
                filter: "[Accession] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InboxChanges_Slug_Id",
                table: "InboxChanges",
                columns: new[] { "Slug", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ThesisId",
                table: "Watches",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "ThesisId",
                table: "Filings",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql("EXEC('DELETE FROM Filings WHERE Slug NOT IN (SELECT Slug FROM Theses)')");
            migrationBuilder.Sql("EXEC('DELETE FROM Watches WHERE Slug NOT IN (SELECT Slug FROM Theses)')");
            migrationBuilder.Sql("EXEC('UPDATE Filings SET ThesisId = (SELECT Id FROM Theses WHERE Theses.Slug = Filings.Slug)')");
            migrationBuilder.Sql("EXEC('UPDATE Watches SET ThesisId = (SELECT Id FROM Theses WHERE Theses.Slug = Watches.Slug)')");

            migrationBuilder.DropTable(
                name: "InboxChanges");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Watches",
                table: "Watches");

            migrationBuilder.DropIndex(
                name: "IX_Filings_Slug_Accession",
                table: "Filings");

            migrationBuilder.DropColumn(
                name: "Slug",
                table: "Watches");

            migrationBuilder.DropColumn(
                name: "Slug",
                table: "Filings");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Watches",
                table: "Watches",
                column: "ThesisId");

            migrationBuilder.CreateIndex(
                name: "IX_Filings_ThesisId_Accession",
                table: "Filings",
                columns: new[] { "ThesisId", "Accession" },
                unique: true,
                filter: "[Accession] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Filings_Theses_ThesisId",
                table: "Filings",
                column: "ThesisId",
                principalTable: "Theses",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_Watches_Theses_ThesisId",
                table: "Watches",
                column: "ThesisId",
                principalTable: "Theses",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
