-- DropIndex
DROP INDEX "Conversation_assigneeAddress_lastEventAt_id_idx";

-- DropIndex
DROP INDEX "Conversation_assigneeId_lastEventAt_id_idx";

-- DropIndex
DROP INDEX "Conversation_botId_lastEventAt_id_idx";

-- DropIndex
DROP INDEX "Conversation_channel_lastEventAt_id_idx";

-- DropIndex
DROP INDEX "Conversation_createdAt_id_idx";

-- DropIndex
DROP INDEX "Conversation_list_idx";

-- DropIndex
DROP INDEX "Conversation_status_lastEventAt_id_createdAt_assigneeId_idx";

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "facetSetId" INTEGER;

-- DropTable
DROP TABLE "ConversationLabel";

-- DropTable
DROP TABLE "ConversationMessageType";

-- CreateTable
CREATE TABLE "FacetSet" (
    "id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "accountKey" TEXT NOT NULL,
    "botId" TEXT,
    "channel" TEXT,
    "assigneeId" TEXT,
    "assigneeAddress" TEXT,
    "assigneeName" TEXT,
    "closedByType" TEXT,
    "closedById" TEXT,
    "closedByAddress" TEXT,
    "lastPromptType" TEXT,
    "awaitsAnswer" BOOLEAN NOT NULL,
    "handedOver" BOOLEAN NOT NULL,
    "reopened" BOOLEAN NOT NULL,
    "waitingSince" BIGINT,
    "noteCount" INTEGER NOT NULL,
    "gapCount" INTEGER NOT NULL,
    "longest" BIGINT NOT NULL,

    CONSTRAINT "FacetSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FacetSetValue" (
    "facetSetId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "FacetSetValue_pkey" PRIMARY KEY ("facetSetId","kind","value")
);

-- CreateTable
CREATE TABLE "LetterPair" (
    "pair" TEXT NOT NULL,

    CONSTRAINT "LetterPair_pkey" PRIMARY KEY ("pair")
);

-- CreateIndex
CREATE UNIQUE INDEX "FacetSet_digest_key" ON "FacetSet"("digest");

-- CreateIndex
CREATE INDEX "FacetSetValue_kind_value_idx" ON "FacetSetValue"("kind", "value");

-- CreateIndex
CREATE INDEX "Conversation_list_idx" ON "Conversation"("lastEventAt", "id", "createdAt", "facetSetId", "eventCount", "visitorMessages", "botMessages", "userMessages", "noteCount", "gapCount");

-- CreateIndex
CREATE INDEX "Conversation_facets_idx" ON "Conversation"("facetSetId", "lastEventAt", "id", "createdAt");

-- CreateIndex
CREATE INDEX "Conversation_createdAt_id_facetSetId_lastEventAt_idx" ON "Conversation"("createdAt", "id", "facetSetId", "lastEventAt");

-- CreateIndex
CREATE INDEX "Conversation_noteCount_id_idx" ON "Conversation"("noteCount", "id");

-- What facet sets answer, and where visitors stopped, with the facet set.
DROP INDEX "Conversation_span_partial";
DROP INDEX "Conversation_backwards_partial";
DROP INDEX "Conversation_reopened_partial";
DROP INDEX "Conversation_unanswered_partial";
CREATE INDEX "Conversation_unanswered_partial" ON "Conversation"("lastPromptText", "lastEventAt", "id", "facetSetId") WHERE "awaitsAnswer" IS TRUE;

-- Orders by what no column holds: lib/store/lists/sort-sql.ts.
CREATE INDEX "Conversation_title_order" ON "Conversation"((left(split_part("searchText", chr(10), 1), 100) COLLATE "C"), "id");
CREATE INDEX "Conversation_messages_order" ON "Conversation"(("visitorMessages" + "botMessages" + "userMessages"), "id");

-- Counts change with every batch: room on each page keeps their rows where they are.
ALTER TABLE "FacetSet" SET (fillfactor = 50);
