-- The empty database and the user that ThesisBoard signs in as; run again it changes nothing.
IF DB_ID('ThesisBoard') IS NULL
    CREATE DATABASE ThesisBoard;
GO
IF SUSER_ID('thesisboard') IS NULL
    CREATE LOGIN thesisboard WITH PASSWORD = '$(password)';
GO
USE ThesisBoard;
GO
IF USER_ID('thesisboard') IS NULL
    CREATE USER thesisboard FOR LOGIN thesisboard;
ALTER ROLE db_owner ADD MEMBER thesisboard;
GO
