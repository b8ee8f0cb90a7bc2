-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "reopened" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Conversation" ADD COLUMN "humanWait" BIGINT;
ALTER TABLE "Conversation" ADD COLUMN "firstReply" BIGINT;
ALTER TABLE "Conversation" ADD COLUMN "longestReply" BIGINT;
ALTER TABLE "Conversation" ADD COLUMN "waitingSince" BIGINT;
ALTER TABLE "Conversation" ADD COLUMN "firstVisitorMessage" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "lastPromptType" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "lastPromptText" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "lastPromptEventId" BIGINT;

-- Of the few that have one: lists sorted or filtered by it walk no others.
CREATE INDEX "Conversation_humanWait_partial" ON "Conversation"("humanWait", "id") WHERE "humanWait" IS NOT NULL;
CREATE INDEX "Conversation_firstReply_partial" ON "Conversation"("firstReply", "id") WHERE "firstReply" IS NOT NULL;
CREATE INDEX "Conversation_waitingSince_partial" ON "Conversation"("waitingSince", "id") WHERE "waitingSince" IS NOT NULL;
CREATE INDEX "Conversation_reopened_partial" ON "Conversation"("lastEventAt", "id") WHERE "reopened" IS TRUE;
-- Where visitors stopped.
CREATE INDEX "Conversation_unanswered_partial" ON "Conversation"("lastPromptText", "lastEventAt", "id") WHERE "awaitsAnswer" IS TRUE;
