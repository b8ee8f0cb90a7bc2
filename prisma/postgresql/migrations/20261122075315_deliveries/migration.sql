-- DropIndex
DROP INDEX "Delivery_verdict_id_idx";

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "reprocessOf" BIGINT,
ADD COLUMN     "reprocessedAs" BIGINT,
ADD COLUMN     "resolution" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "resolvedAt" BIGINT;

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

    CONSTRAINT "Unfamiliar_pkey" PRIMARY KEY ("kind","type","messageType","path")
);

-- CreateIndex
CREATE INDEX "Delivery_verdict_resolution_id_idx" ON "Delivery"("verdict", "resolution", "id");

-- What was quarantined before is still open.
UPDATE "Delivery" SET "resolution" = 'open' WHERE "verdict" IN ('quarantined', 'partial');
