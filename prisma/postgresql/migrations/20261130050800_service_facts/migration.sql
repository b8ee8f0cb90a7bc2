-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "firstReply" BIGINT,
ADD COLUMN     "firstVisitorMessage" TEXT,
ADD COLUMN     "humanWait" BIGINT,
ADD COLUMN     "lastPromptEventId" BIGINT,
ADD COLUMN     "lastPromptText" TEXT,
ADD COLUMN     "lastPromptType" TEXT,
ADD COLUMN     "longestReply" BIGINT,
ADD COLUMN     "reopened" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "waitingSince" BIGINT;

-- Of the few that have one: lists sorted or filtered by it walk no others.
CREATE INDEX "Conversation_humanWait_partial" ON "Conversation"("humanWait", "id") WHERE "humanWait" IS NOT NULL;
CREATE INDEX "Conversation_firstReply_partial" ON "Conversation"("firstReply", "id") WHERE "firstReply" IS NOT NULL;
CREATE INDEX "Conversation_waitingSince_partial" ON "Conversation"("waitingSince", "id") WHERE "waitingSince" IS NOT NULL;
CREATE INDEX "Conversation_reopened_partial" ON "Conversation"("lastEventAt", "id") WHERE "reopened" IS TRUE;
-- Where visitors stopped.
CREATE INDEX "Conversation_unanswered_partial" ON "Conversation"("lastPromptText", "lastEventAt", "id") WHERE "awaitsAnswer" IS TRUE;
