-- Three of them stand in one index, which Postgres bounds.
UPDATE "Conversation" SET
    "closedByType" = substr("closedByType", 1, 200), "closedById" = substr("closedById", 1, 200), "closedByAddress" = substr("closedByAddress", 1, 200)
WHERE length("closedByType") > 200 OR length("closedById") > 200 OR length("closedByAddress") > 200;

-- DropIndex
DROP INDEX "Conversation_lastEventAt_id_idx";

-- DropIndex
DROP INDEX "Conversation_status_assigneeId_lastEventAt_id_idx";

-- DropIndex
DROP INDEX "Conversation_status_lastEventAt_id_idx";

-- CreateIndex
CREATE INDEX "Conversation_list_idx" ON "Conversation"("lastEventAt", "id", "createdAt", "eventCount", "visitorMessages", "botMessages", "userMessages", "noteCount", "gapCount", "handedOver", "awaitsAnswer", "closedByType", "closedById", "closedByAddress");

-- CreateIndex
CREATE INDEX "Conversation_status_lastEventAt_id_createdAt_assigneeId_idx" ON "Conversation"("status", "lastEventAt", "id", "createdAt", "assigneeId");
