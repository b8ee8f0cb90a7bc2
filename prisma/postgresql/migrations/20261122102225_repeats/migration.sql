-- CreateTable
CREATE TABLE "Repeat" (
    "conversationId" BIGINT NOT NULL,
    "deliveryId" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Repeat_pkey" PRIMARY KEY ("conversationId","deliveryId")
);

-- Which deliveries brought what was counted before is not known any more.
INSERT INTO "Repeat" ("conversationId", "deliveryId", "count")
SELECT "id", 0, "repeatCount" FROM "Conversation" WHERE "repeatCount" > 0;

-- Late is what arrived after a later event, also within one delivery.
UPDATE "Conversation" SET "lateCount" = 0 WHERE "lateCount" <> 0;
UPDATE "Conversation" SET "lateCount" = l."count" FROM (
    SELECT "conversationId", count(*) AS "count" FROM (
        SELECT "conversationId", "occurredAt", max("occurredAt") OVER (PARTITION BY "conversationId" ORDER BY "id") AS "latest"
        FROM "Event"
    ) AS e WHERE "occurredAt" < "latest" GROUP BY "conversationId"
) AS l WHERE "Conversation"."id" = l."conversationId";
