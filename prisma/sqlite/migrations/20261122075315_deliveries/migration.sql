-- DropIndex
DROP INDEX "Delivery_verdict_id_idx";

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN "resolution" TEXT NOT NULL DEFAULT 'none';
ALTER TABLE "Delivery" ADD COLUMN "resolvedAt" BIGINT;
ALTER TABLE "Delivery" ADD COLUMN "reprocessedAs" BIGINT;
ALTER TABLE "Delivery" ADD COLUMN "reprocessOf" BIGINT;

-- CreateTable
CREATE TABLE "Unfamiliar" (
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "messageType" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "eventCount" BIGINT NOT NULL,
    "firstSeenAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL,
    "firstEventId" BIGINT NOT NULL,
    "lastEventId" BIGINT NOT NULL,

    PRIMARY KEY ("kind", "type", "messageType", "path")
);

-- CreateIndex
CREATE INDEX "Delivery_verdict_resolution_id_idx" ON "Delivery"("verdict", "resolution", "id");

-- What was quarantined before is still open.
UPDATE "Delivery" SET "resolution" = 'open' WHERE "verdict" IN ('quarantined', 'partial');
