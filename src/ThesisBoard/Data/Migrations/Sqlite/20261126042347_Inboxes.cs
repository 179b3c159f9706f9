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
            // New tables in place of changed ones: EF would change them outside of the transaction, and a crash in between would leave half of it.
            migrationBuilder.DropIndex(name: "IX_FilingDocuments_Hash", table: "FilingDocuments");
            migrationBuilder.RenameTable(name: "FilingDocuments", newName: "OldFilingDocuments");
            migrationBuilder.RenameTable(name: "Filings", newName: "OldFilings");
            migrationBuilder.RenameTable(name: "Watches", newName: "OldWatches");

            migrationBuilder.CreateTable(
                name: "Filings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Accession = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Filed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PeriodEnd = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Cik = table.Column<long>(type: "INTEGER", nullable: true),
                    CompanyName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Warning = table.Column<string>(type: "TEXT", nullable: false),
                    IsReleased = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowVersion = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Filings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FilingDocuments",
                columns: table => new
                {
                    FilingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Exhibit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilingDocuments", x => new { x.FilingId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_FilingDocuments_Documents_Hash",
                        column: x => x.Hash,
                        principalTable: "Documents",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingDocuments_Filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "Filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Watches",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowVersion = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Watches", x => x.Slug);
                });

            migrationBuilder.Sql("INSERT INTO \"Filings\" (\"Slug\", \"Id\", \"Accession\", \"Form\", \"Title\", \"Filed\", \"PeriodEnd\", \"Cik\", \"CompanyName\", \"Url\", \"Origin\", \"State\", \"Warning\", \"IsReleased\", \"ArrivedAt\", \"By\", \"ChangedAt\", \"ChangedBy\", \"RowVersion\") SELECT t.\"Slug\", o.\"Id\", o.\"Accession\", o.\"Form\", o.\"Title\", o.\"Filed\", o.\"PeriodEnd\", o.\"Cik\", o.\"CompanyName\", o.\"Url\", o.\"Origin\", o.\"State\", o.\"Warning\", o.\"IsReleased\", o.\"ArrivedAt\", o.\"By\", o.\"ChangedAt\", o.\"ChangedBy\", o.\"RowVersion\" FROM \"OldFilings\" AS o JOIN \"Theses\" AS t ON t.\"Id\" = o.\"ThesisId\";");
            migrationBuilder.Sql("INSERT INTO \"FilingDocuments\" SELECT * FROM \"OldFilingDocuments\" WHERE \"FilingId\" IN (SELECT \"Id\" FROM \"Filings\");");
            migrationBuilder.Sql("INSERT INTO \"Watches\" (\"Slug\", \"IsOn\", \"ChangedAt\", \"ChangedBy\", \"RowVersion\") SELECT t.\"Slug\", o.\"IsOn\", o.\"ChangedAt\", o.\"ChangedBy\", o.\"RowVersion\" FROM \"OldWatches\" AS o JOIN \"Theses\" AS t ON t.\"Id\" = o.\"ThesisId\";");

            migrationBuilder.DropTable(name: "OldFilingDocuments");
            migrationBuilder.DropTable(name: "OldFilings");
            migrationBuilder.DropTable(name: "OldWatches");

            migrationBuilder.CreateIndex(
                name: "IX_FilingDocuments_Hash",
                table: "FilingDocuments",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Filings_Slug_Accession",
                table: "Filings",
                columns: new[] { "Slug", "Accession" },
                unique: true);

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
                name: "IX_InboxChanges_Slug_Id",
                table: "InboxChanges",
                columns: new[] { "Slug", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_FilingDocuments_Hash", table: "FilingDocuments");
            migrationBuilder.RenameTable(name: "FilingDocuments", newName: "OldFilingDocuments");
            migrationBuilder.RenameTable(name: "Filings", newName: "OldFilings");
            migrationBuilder.RenameTable(name: "Watches", newName: "OldWatches");

            migrationBuilder.CreateTable(
                name: "Filings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThesisId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Accession = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Filed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PeriodEnd = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Cik = table.Column<long>(type: "INTEGER", nullable: true),
                    CompanyName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Warning = table.Column<string>(type: "TEXT", nullable: false),
                    IsReleased = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowVersion = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Filings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Filings_Theses_ThesisId",
                        column: x => x.ThesisId,
                        principalTable: "Theses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FilingDocuments",
                columns: table => new
                {
                    FilingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Exhibit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilingDocuments", x => new { x.FilingId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_FilingDocuments_Documents_Hash",
                        column: x => x.Hash,
                        principalTable: "Documents",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingDocuments_Filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "Filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Watches",
                columns: table => new
                {
                    ThesisId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowVersion = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Watches", x => x.ThesisId);
                    table.ForeignKey(
                        name: "FK_Watches_Theses_ThesisId",
                        column: x => x.ThesisId,
                        principalTable: "Theses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("INSERT INTO \"Filings\" (\"ThesisId\", \"Id\", \"Accession\", \"Form\", \"Title\", \"Filed\", \"PeriodEnd\", \"Cik\", \"CompanyName\", \"Url\", \"Origin\", \"State\", \"Warning\", \"IsReleased\", \"ArrivedAt\", \"By\", \"ChangedAt\", \"ChangedBy\", \"RowVersion\") SELECT t.\"Id\", o.\"Id\", o.\"Accession\", o.\"Form\", o.\"Title\", o.\"Filed\", o.\"PeriodEnd\", o.\"Cik\", o.\"CompanyName\", o.\"Url\", o.\"Origin\", o.\"State\", o.\"Warning\", o.\"IsReleased\", o.\"ArrivedAt\", o.\"By\", o.\"ChangedAt\", o.\"ChangedBy\", o.\"RowVersion\" FROM \"OldFilings\" AS o JOIN \"Theses\" AS t ON t.\"Slug\" = o.\"Slug\";");
            migrationBuilder.Sql("INSERT INTO \"FilingDocuments\" SELECT * FROM \"OldFilingDocuments\" WHERE \"FilingId\" IN (SELECT \"Id\" FROM \"Filings\");");
            migrationBuilder.Sql("INSERT INTO \"Watches\" (\"ThesisId\", \"IsOn\", \"ChangedAt\", \"ChangedBy\", \"RowVersion\") SELECT t.\"Id\", o.\"IsOn\", o.\"ChangedAt\", o.\"ChangedBy\", o.\"RowVersion\" FROM \"OldWatches\" AS o JOIN \"Theses\" AS t ON t.\"Slug\" = o.\"Slug\";");

            migrationBuilder.DropTable(name: "OldFilingDocuments");
            migrationBuilder.DropTable(name: "OldFilings");
            migrationBuilder.DropTable(name: "OldWatches");

            migrationBuilder.CreateIndex(
                name: "IX_FilingDocuments_Hash",
                table: "FilingDocuments",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Filings_ThesisId_Accession",
                table: "Filings",
                columns: new[] { "ThesisId", "Accession" },
                unique: true);

            migrationBuilder.DropTable(name: "InboxChanges");
            migrationBuilder.DropTable(name: "Settings");
        }
    }
}
