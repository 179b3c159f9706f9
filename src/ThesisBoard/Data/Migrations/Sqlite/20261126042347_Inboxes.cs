using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThesisBoard.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Slug",
                table: "Filings",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE Filings SET Slug = (SELECT Slug FROM Theses WHERE Theses.Id = Filings.ThesisId)");
            migrationBuilder.Sql("UPDATE Watches SET Slug = (SELECT Slug FROM Theses WHERE Theses.Id = Watches.ThesisId)");

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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Verb = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FilingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowVersion = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Filings_Slug_Accession",
                table: "Filings",
                columns: new[] { "Slug", "Accession" },
                unique: true);

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
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "ThesisId",
                table: "Filings",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql("DELETE FROM Filings WHERE Slug NOT IN (SELECT Slug FROM Theses)");
            migrationBuilder.Sql("DELETE FROM Watches WHERE Slug NOT IN (SELECT Slug FROM Theses)");
            migrationBuilder.Sql("UPDATE Filings SET ThesisId = (SELECT Id FROM Theses WHERE Theses.Slug = Filings.Slug)");
            migrationBuilder.Sql("UPDATE Watches SET ThesisId = (SELECT Id FROM Theses WHERE Theses.Slug = Watches.Slug)");

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
                unique: true);

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
