-- CreateTable
CREATE TABLE "Projection" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Rebuild" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "targets" TEXT NOT NULL,
    "pass" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "appliedUpTo" BIGINT NOT NULL,
    "report" TEXT NOT NULL
);
