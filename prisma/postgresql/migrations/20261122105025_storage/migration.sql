-- Where the search index of SQLite ends. Not used here.
ALTER TABLE "WriterClock" ADD COLUMN "searchConversationId" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "searchEventId" BIGINT NOT NULL DEFAULT 0;

-- Bodies in a table of their own, which gives their space back when they are pruned.
CREATE TABLE "DeliveryBody" (
    "id" BIGINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "DeliveryBody_pkey" PRIMARY KEY ("id")
);

INSERT INTO "DeliveryBody" ("id", "bytes") SELECT "id", "body" FROM "Delivery" WHERE "body" IS NOT NULL ORDER BY "id";

ALTER TABLE "Delivery" DROP COLUMN "body", ADD COLUMN "firstEventId" BIGINT;

UPDATE "Delivery" SET "firstEventId" = e."first"
FROM (SELECT "deliveryId", min("id") AS "first" FROM "Event" GROUP BY "deliveryId") AS e WHERE e."deliveryId" = "Delivery"."id";

-- Nearly all deliveries are accepted.
DROP INDEX "Delivery_verdict_resolution_id_idx";
CREATE INDEX "Delivery_verdict_resolution_id_partial" ON "Delivery"("verdict", "resolution", "id") WHERE "verdict" <> 'accepted';

-- Equal content means one conversation and one time: the index that tells repeats is also that of the timeline.
DROP INDEX "Event_hash_key";
DROP INDEX "Event_conversationId_occurredAt_id_idx";
DROP INDEX "Event_deliveryId_idx";
UPDATE "Event" SET "hash" = substr("hash", 1, 16);
CREATE UNIQUE INDEX "Event_conversationId_occurredAt_hash_key" ON "Event"("conversationId", "occurredAt", "hash");

-- Each commit leaves its texts in a list, which an unlucky one then has to sort in: rather a little often than 4 MB at once.
ALTER INDEX "Event_searchText_trigrams" SET (gin_pending_list_limit = 512);
ALTER INDEX "Conversation_searchText_trigrams" SET (gin_pending_list_limit = 512);
