-- CreateTable
CREATE TABLE "Projector" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "projectedEventId" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "FailedProjection" (
    "conversationId" BIGINT NOT NULL PRIMARY KEY,
    "projectedEventId" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "failedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "ConversationKey" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "ConversationKey_key_key" ON "ConversationKey"("key");

-- The log of an earlier version knew its conversations by their rows alone.
INSERT INTO "ConversationKey" ("id", "key") SELECT "id", "key" FROM "Conversation";
INSERT INTO "Projector" ("id", "projectedEventId") SELECT 1, "foldedEventId" FROM "WriterClock";
-- Rows that only kept a place, or were ahead of the others: they are projected from the log.
DELETE FROM "ConversationVariable" WHERE "conversationId" IN (SELECT "id" FROM "Conversation" WHERE "changeId" > (SELECT "foldedEventId" FROM "WriterClock"));
DELETE FROM "ConversationMessageType" WHERE "conversationId" IN (SELECT "id" FROM "Conversation" WHERE "changeId" > (SELECT "foldedEventId" FROM "WriterClock"));
DELETE FROM "ConversationLabel" WHERE "conversationId" IN (SELECT "id" FROM "Conversation" WHERE "changeId" > (SELECT "foldedEventId" FROM "WriterClock"));
DELETE FROM "Conversation" WHERE "changeId" = 0 OR "changeId" > (SELECT "foldedEventId" FROM "WriterClock");

-- AlterTable
ALTER TABLE "WriterClock" DROP COLUMN "foldedEventId";
ALTER TABLE "Conversation" DROP COLUMN "repeatCount";
