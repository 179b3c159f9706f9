CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "Changes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Changes" PRIMARY KEY AUTOINCREMENT,
    "WriteId" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "MemberId" TEXT NULL,
    "By" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Index" INTEGER NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL
);

CREATE TABLE "DataProtectionKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataProtectionKeys" PRIMARY KEY AUTOINCREMENT,
    "FriendlyName" TEXT NULL,
    "Xml" TEXT NULL
);

CREATE TABLE "Documents" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_Documents" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "MediaType" TEXT NOT NULL,
    "Length" INTEGER NOT NULL,
    "RetrievedAt" TEXT NOT NULL,
    "Compressed" BLOB NOT NULL
);

CREATE TABLE "Members" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Members" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "JoinedAt" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL
);

CREATE TABLE "SignInLinks" (
    "TokenHash" TEXT NOT NULL CONSTRAINT "PK_SignInLinks" PRIMARY KEY,
    "MemberId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL
);

CREATE TABLE "Theses" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Theses" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "HeaderVersion" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Claim" TEXT NOT NULL,
    "IssuerName" TEXT NOT NULL,
    "Ticker" TEXT NOT NULL,
    "Exchange" TEXT NOT NULL,
    "Cik" INTEGER NULL,
    "Regime" TEXT NOT NULL,
    "FilerStatus" TEXT NOT NULL,
    "FiscalYearEndMonth" INTEGER NOT NULL,
    "IsSample" INTEGER NOT NULL
);

CREATE TABLE "Conflicts" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Sides" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Conflicts" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Conflicts_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Criteria" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Group" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Criteria" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Criteria_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Evidence" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Claim" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    "Grade" TEXT NULL,
    "Published" TEXT NULL,
    "Anchor" TEXT NULL,
    "Note" TEXT NOT NULL,
    "RecordedAt" TEXT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Evidence" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Evidence_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "InvalidationLines" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Legs" TEXT NOT NULL,
    "Deadline" TEXT NOT NULL,
    "Consequence" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_InvalidationLines" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_InvalidationLines_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Judgements" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Criterion" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Standing" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "Published" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Judgements" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Judgements_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Metrics" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Unit" TEXT NOT NULL,
    "Direction" TEXT NOT NULL,
    "Formula" TEXT NULL,
    "Note" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Metrics" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Metrics_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Milestones" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Milestones" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Milestones_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Observations" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Metric" TEXT NOT NULL,
    "PeriodStart" TEXT NULL,
    "PeriodEnd" TEXT NOT NULL,
    "Amount" TEXT NOT NULL,
    "Unit" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Published" TEXT NULL,
    "Basis" TEXT NOT NULL,
    "Decimals" INTEGER NULL,
    "Restates" INTEGER NOT NULL,
    "Note" TEXT NOT NULL,
    "RecordedAt" TEXT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Observations" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Observations_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Proofs" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Milestone" TEXT NOT NULL,
    "Element" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "Amount" TEXT NULL,
    "Unit" TEXT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Proofs" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Proofs_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Sources" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Grade" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Publisher" TEXT NOT NULL,
    "Published" TEXT NOT NULL,
    "PublishedBasis" TEXT NOT NULL,
    "Url" TEXT NULL,
    "Accession" TEXT NULL,
    "ReportKind" TEXT NULL,
    "ReportPeriodEnd" TEXT NULL,
    "ExtendsKind" TEXT NULL,
    "ExtendsPeriodEnd" TEXT NULL,
    "Document" TEXT NULL,
    "Note" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Sources" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Sources_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Contracts" (
    "ThesisId" TEXT NOT NULL,
    "Criterion" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "Question" TEXT NOT NULL,
    "Rule" TEXT NOT NULL,
    "Bar" TEXT NOT NULL,
    "Deadline" TEXT NULL,
    "Assumption" TEXT NOT NULL,
    "Settles" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    CONSTRAINT "PK_Contracts" PRIMARY KEY ("ThesisId", "Criterion", "Version"),
    CONSTRAINT "FK_Contracts_Criteria_ThesisId_Criterion" FOREIGN KEY ("ThesisId", "Criterion") REFERENCES "Criteria" ("ThesisId", "Key") ON DELETE CASCADE
);

CREATE TABLE "EvidenceStances" (
    "ThesisId" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "Criterion" TEXT NOT NULL,
    "Stance" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_EvidenceStances" PRIMARY KEY ("ThesisId", "Evidence", "Criterion"),
    CONSTRAINT "FK_EvidenceStances_Evidence_ThesisId_Evidence" FOREIGN KEY ("ThesisId", "Evidence") REFERENCES "Evidence" ("ThesisId", "Key") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Changes_Slug_Version_Ordinal" ON "Changes" ("Slug", "Version", "Ordinal");

CREATE INDEX "IX_Changes_WriteId" ON "Changes" ("WriteId");

CREATE UNIQUE INDEX "IX_Theses_Slug" ON "Theses" ("Slug");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122190252_Initial', '10.0.14');

CREATE TABLE "EdgarAnswers" (
    "Url" TEXT NOT NULL CONSTRAINT "PK_EdgarAnswers" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "ETag" TEXT NOT NULL,
    "LastModified" TEXT NULL,
    "Length" INTEGER NOT NULL,
    "Compressed" BLOB NOT NULL,
    "CheckedAt" TEXT NOT NULL
);

CREATE TABLE "Filings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Filings" PRIMARY KEY,
    "ThesisId" TEXT NOT NULL,
    "Accession" TEXT NULL,
    "Form" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Filed" TEXT NULL,
    "PeriodEnd" TEXT NULL,
    "Cik" INTEGER NULL,
    "CompanyName" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Warning" TEXT NOT NULL,
    "IsReleased" INTEGER NOT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    CONSTRAINT "FK_Filings_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Watches" (
    "ThesisId" TEXT NOT NULL CONSTRAINT "PK_Watches" PRIMARY KEY,
    "IsOn" INTEGER NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    CONSTRAINT "FK_Watches_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

CREATE TABLE "FilingDocuments" (
    "FilingId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    "Exhibit" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    CONSTRAINT "PK_FilingDocuments" PRIMARY KEY ("FilingId", "Ordinal"),
    CONSTRAINT "FK_FilingDocuments_Documents_Hash" FOREIGN KEY ("Hash") REFERENCES "Documents" ("Hash") ON DELETE RESTRICT,
    CONSTRAINT "FK_FilingDocuments_Filings_FilingId" FOREIGN KEY ("FilingId") REFERENCES "Filings" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_FilingDocuments_Hash" ON "FilingDocuments" ("Hash");

CREATE UNIQUE INDEX "IX_Filings_ThesisId_Accession" ON "Filings" ("ThesisId", "Accession");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122215900_Filings', '10.0.14');

ALTER TABLE "Metrics" ADD "Concepts" TEXT NULL;

ALTER TABLE "Evidence" ADD "Search" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122221037_FilingEvidence', '10.0.14');

CREATE TABLE "Nodes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Nodes" PRIMARY KEY,
    "Machine" TEXT NOT NULL,
    "Kernel" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "SeenAt" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125234615_Nodes', '10.0.14');

ALTER TABLE "SignInLinks" RENAME COLUMN "MemberId" TO "AccountId";

CREATE TABLE "Accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Accounts" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "JoinedAt" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);

CREATE TABLE "BoardAccess" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_BoardAccess" PRIMARY KEY,
    "IsPublic" INTEGER NOT NULL,
    "RowVersion" TEXT NOT NULL
);

CREATE TABLE "AccountClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AccountClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AccountClaims_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccountLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AccountLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AccountLogins_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccountPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AccountPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AccountPasskeys_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccountTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AccountTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AccountTokens_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "BoardMembers" (
    "Slug" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "JoinedAt" TEXT NOT NULL,
    CONSTRAINT "PK_BoardMembers" PRIMARY KEY ("Slug", "AccountId"),
    CONSTRAINT "FK_BoardMembers_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_BoardMembers_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE INDEX "IX_AccountClaims_UserId" ON "AccountClaims" ("UserId");

CREATE INDEX "IX_AccountLogins_UserId" ON "AccountLogins" ("UserId");

CREATE INDEX "IX_AccountPasskeys_UserId" ON "AccountPasskeys" ("UserId");

CREATE INDEX "EmailIndex" ON "Accounts" ("NormalizedEmail");

CREATE UNIQUE INDEX "UserNameIndex" ON "Accounts" ("NormalizedUserName");

CREATE INDEX "IX_BoardMembers_AccountId" ON "BoardMembers" ("AccountId");

INSERT INTO "Accounts" ("Id", "Name", "Role", "JoinedAt", "RowVersion", "UserName", "NormalizedUserName", "SecurityStamp",
    "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
SELECT "Id", "Name", "Role", "JoinedAt", "RowVersion", replace(lower("Id"), '-', ''), replace(upper("Id"), '-', ''), lower("SecurityStamp"), 0, 0, 0, 1, 0
FROM "Members";

INSERT INTO "BoardAccess" ("Slug", "IsPublic", "RowVersion") SELECT "Slug", 1, "HeaderVersion" FROM "Theses";

DROP TABLE "Members";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126005021_Accounts', '10.0.14');

DROP INDEX "IX_FilingDocuments_Hash";

ALTER TABLE "FilingDocuments" RENAME TO "OldFilingDocuments";

ALTER TABLE "Filings" RENAME TO "OldFilings";

ALTER TABLE "Watches" RENAME TO "OldWatches";

CREATE TABLE "Filings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Filings" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Accession" TEXT NULL,
    "Form" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Filed" TEXT NULL,
    "PeriodEnd" TEXT NULL,
    "Cik" INTEGER NULL,
    "CompanyName" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Warning" TEXT NOT NULL,
    "IsReleased" INTEGER NOT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL
);

CREATE TABLE "FilingDocuments" (
    "FilingId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    "Exhibit" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    CONSTRAINT "PK_FilingDocuments" PRIMARY KEY ("FilingId", "Ordinal"),
    CONSTRAINT "FK_FilingDocuments_Documents_Hash" FOREIGN KEY ("Hash") REFERENCES "Documents" ("Hash") ON DELETE RESTRICT,
    CONSTRAINT "FK_FilingDocuments_Filings_FilingId" FOREIGN KEY ("FilingId") REFERENCES "Filings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Watches" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_Watches" PRIMARY KEY,
    "IsOn" INTEGER NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL
);

INSERT INTO "Filings" ("Slug", "Id", "Accession", "Form", "Title", "Filed", "PeriodEnd", "Cik", "CompanyName", "Url", "Origin", "State", "Warning", "IsReleased", "ArrivedAt", "By", "ChangedAt", "ChangedBy", "RowVersion") SELECT t."Slug", o."Id", o."Accession", o."Form", o."Title", o."Filed", o."PeriodEnd", o."Cik", o."CompanyName", o."Url", o."Origin", o."State", o."Warning", o."IsReleased", o."ArrivedAt", o."By", o."ChangedAt", o."ChangedBy", o."RowVersion" FROM "OldFilings" AS o JOIN "Theses" AS t ON t."Id" = o."ThesisId";

INSERT INTO "FilingDocuments" SELECT * FROM "OldFilingDocuments" WHERE "FilingId" IN (SELECT "Id" FROM "Filings");

INSERT INTO "Watches" ("Slug", "IsOn", "ChangedAt", "ChangedBy", "RowVersion") SELECT t."Slug", o."IsOn", o."ChangedAt", o."ChangedBy", o."RowVersion" FROM "OldWatches" AS o JOIN "Theses" AS t ON t."Id" = o."ThesisId";

DROP TABLE "OldFilingDocuments";

DROP TABLE "OldFilings";

DROP TABLE "OldWatches";

CREATE INDEX "IX_FilingDocuments_Hash" ON "FilingDocuments" ("Hash");

CREATE UNIQUE INDEX "IX_Filings_Slug_Accession" ON "Filings" ("Slug", "Accession");

CREATE TABLE "InboxChanges" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_InboxChanges" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "MemberId" TEXT NULL,
    "By" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "FilingId" TEXT NULL,
    "What" TEXT NOT NULL
);

CREATE TABLE "Settings" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "Value" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL
);

CREATE INDEX "IX_InboxChanges_Slug_Id" ON "InboxChanges" ("Slug", "Id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126042347_Inboxes', '10.0.14');

CREATE TABLE "Comments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Comments" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "ThreadId" TEXT NOT NULL,
    "AuthorId" TEXT NULL,
    "By" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Mentions" TEXT NOT NULL,
    "WrittenAt" TEXT NOT NULL,
    "EditedAt" TEXT NULL,
    "RemovedAt" TEXT NULL,
    "ResolvedAt" TEXT NULL,
    "ResolvedBy" TEXT NOT NULL,
    CONSTRAINT "FK_Comments_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE TABLE "Follows" (
    "Slug" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "Mode" TEXT NOT NULL,
    "DaysAhead" INTEGER NOT NULL,
    CONSTRAINT "PK_Follows" PRIMARY KEY ("Slug", "AccountId"),
    CONSTRAINT "FK_Follows_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Follows_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE TABLE "Noticed" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_Noticed" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "On" TEXT NOT NULL,
    "Verdict" TEXT NOT NULL,
    "Standings" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    CONSTRAINT "FK_Noticed_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE TABLE "Notices" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Notices" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Anchor" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "ReadAt" TEXT NULL,
    "MailAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "Claim" TEXT NULL,
    "ClaimedUntil" TEXT NULL,
    CONSTRAINT "FK_Notices_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Notices_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE TABLE "Talks" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_Talks" PRIMARY KEY,
    "Stamp" TEXT NOT NULL,
    CONSTRAINT "FK_Talks_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE INDEX "IX_Comments_Slug" ON "Comments" ("Slug");

CREATE INDEX "IX_Follows_AccountId" ON "Follows" ("AccountId");

CREATE UNIQUE INDEX "IX_Notices_AccountId_Slug_Key" ON "Notices" ("AccountId", "Slug", "Key");

CREATE INDEX "IX_Notices_MailAt" ON "Notices" ("MailAt");

CREATE INDEX "IX_Notices_Slug" ON "Notices" ("Slug");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126050451_Together', '10.0.14');

CREATE TABLE "AccessChanges" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AccessChanges" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "MemberId" TEXT NULL,
    "By" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "Summary" TEXT NOT NULL
);

CREATE TABLE "Invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    CONSTRAINT "FK_Invitations_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE TABLE "Sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Device" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "SeenAt" TEXT NOT NULL,
    CONSTRAINT "FK_Sessions_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AccessChanges_Slug" ON "AccessChanges" ("Slug");

CREATE INDEX "IX_Invitations_Slug" ON "Invitations" ("Slug");

CREATE UNIQUE INDEX "IX_Invitations_TokenHash" ON "Invitations" ("TokenHash");

CREATE INDEX "IX_Sessions_AccountId" ON "Sessions" ("AccountId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126052127_People', '10.0.14');

CREATE TABLE "Shares" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Shares" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ShowsDocuments" INTEGER NOT NULL,
    "ShowsComments" INTEGER NOT NULL,
    "ShowsPreview" INTEGER NOT NULL,
    "PinnedOn" TEXT NULL,
    "PinnedVersion" INTEGER NULL,
    "PasswordHash" TEXT NULL,
    "ExpiresAt" TEXT NULL,
    "MaxViews" INTEGER NULL,
    "Views" INTEGER NOT NULL,
    "LastViewAt" TEXT NULL,
    "MemberId" TEXT NULL,
    "By" TEXT NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "RevokedAt" TEXT NULL,
    "RevokedBy" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    CONSTRAINT "FK_Shares_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE INDEX "IX_Shares_Slug" ON "Shares" ("Slug");

CREATE UNIQUE INDEX "IX_Shares_TokenHash" ON "Shares" ("TokenHash");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126054555_Shares', '10.0.14');

ALTER TABLE "Changes" ADD "Hash" TEXT NULL;

CREATE INDEX "IX_Changes_Slug" ON "Changes" ("Slug") WHERE "Hash" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126080449_LogChain', '10.0.14');

ALTER TABLE "Theses" ADD "Activated" TEXT NULL;

ALTER TABLE "Observations" ADD "Withdrawn" TEXT NULL;

ALTER TABLE "Evidence" ADD "Withdrawn" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126083640_Withdrawals', '10.0.14');

ALTER TABLE "Theses" ADD "Ended" TEXT NULL;

ALTER TABLE "Theses" ADD "Lessons" TEXT NULL;

ALTER TABLE "Theses" ADD "Premortem" TEXT NULL;

ALTER TABLE "Contracts" ADD "Seal" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126084554_Seals', '10.0.14');

ALTER TABLE "Theses" ADD "NeedsReview" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "Approvals" (
    "ThesisId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Criterion" TEXT NOT NULL,
    "Basis" TEXT NOT NULL,
    "Items" TEXT NOT NULL,
    "Reviewer" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "RowVersion" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_Approvals" PRIMARY KEY ("ThesisId", "Key"),
    CONSTRAINT "FK_Approvals_Theses_ThesisId" FOREIGN KEY ("ThesisId") REFERENCES "Theses" ("Id") ON DELETE CASCADE
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126092540_Reviews', '10.0.14');

ALTER TABLE "Conflicts" ADD "Metric" TEXT NULL;

ALTER TABLE "Conflicts" ADD "PeriodEnd" TEXT NULL;

ALTER TABLE "Conflicts" ADD "PeriodStart" TEXT NULL;

ALTER TABLE "Conflicts" ADD "Tolerance" TEXT NULL;

CREATE TABLE "Forecasts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Forecasts" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Criterion" TEXT NOT NULL,
    "ReportKind" TEXT NOT NULL,
    "ReportPeriodEnd" TEXT NOT NULL,
    "MemberId" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "Percent" INTEGER NOT NULL,
    "Salt" TEXT NOT NULL,
    "SealedAt" TEXT NOT NULL,
    CONSTRAINT "FK_Forecasts_BoardAccess_Slug" FOREIGN KEY ("Slug") REFERENCES "BoardAccess" ("Slug") ON DELETE CASCADE
);

CREATE INDEX "IX_Forecasts_Slug" ON "Forecasts" ("Slug");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126095054_Reconciliation', '10.0.14');

CREATE TABLE "PersonalTokens" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PersonalTokens" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "MayWrite" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL,
    CONSTRAINT "FK_PersonalTokens_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_PersonalTokens_AccountId" ON "PersonalTokens" ("AccountId");

CREATE UNIQUE INDEX "IX_PersonalTokens_TokenHash" ON "PersonalTokens" ("TokenHash");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126154721_PersonalTokens', '10.0.14');

