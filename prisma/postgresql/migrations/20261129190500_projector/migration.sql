-- CreateTable
CREATE TABLE "Projector" (
    "id" INTEGER NOT NULL,
    "projectedEventId" BIGINT NOT NULL,

    CONSTRAINT "Projector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FailedProjection" (
    "conversationId" BIGINT NOT NULL,
    "projectedEventId" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "failedAt" BIGINT NOT NULL,

    CONSTRAINT "FailedProjection_pkey" PRIMARY KEY ("conversationId")
);

-- CreateTable
CREATE TABLE "ConversationKey" (
    "id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "ConversationKey_pkey" PRIMARY KEY ("id")
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
