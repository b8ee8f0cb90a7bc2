ALTER TABLE "ConversationLabel" ADD COLUMN "lastDay" INTEGER NOT NULL DEFAULT 0;

-- DropIndex
DROP INDEX "ConversationLabel_labelId_conversationId_idx";

UPDATE "ConversationLabel" SET "lastDay" = c."lastEventAt" / 86400000000 FROM "Conversation" c WHERE c."id" = "ConversationLabel"."conversationId";

-- CreateIndex
CREATE INDEX "ConversationLabel_labelId_lastDay_conversationId_idx" ON "ConversationLabel"("labelId", "lastDay", "conversationId");

ALTER TABLE "ConversationVariable" ADD COLUMN "lastDay" INTEGER NOT NULL DEFAULT 0;

-- DropIndex
DROP INDEX "ConversationVariable_name_text_conversationId_idx";

UPDATE "ConversationVariable" SET "lastDay" = c."lastEventAt" / 86400000000 FROM "Conversation" c WHERE c."id" = "ConversationVariable"."conversationId";

-- CreateIndex
CREATE INDEX "ConversationVariable_name_text_lastDay_conversationId_idx" ON "ConversationVariable"("name", "text", "lastDay", "conversationId");

ALTER TABLE "ConversationMessageType" ADD COLUMN "lastDay" INTEGER NOT NULL DEFAULT 0;

-- DropIndex
DROP INDEX "ConversationMessageType_messageType_conversationId_idx";

UPDATE "ConversationMessageType" SET "lastDay" = c."lastEventAt" / 86400000000 FROM "Conversation" c WHERE c."id" = "ConversationMessageType"."conversationId";

-- CreateIndex
CREATE INDEX "ConversationMessageType_messageType_lastDay_conversationId_idx" ON "ConversationMessageType"("messageType", "lastDay", "conversationId");

-- Most values belong to one variable: without knowing that, Postgres expects next to no rows of a common one.
CREATE STATISTICS "ConversationVariable_name_text_statistics" (dependencies, mcv) ON "name", "text" FROM "ConversationVariable";
