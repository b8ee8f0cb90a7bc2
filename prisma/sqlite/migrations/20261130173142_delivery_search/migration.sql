-- DropIndex
DROP INDEX "Delivery_receivedAt_idx";

-- AlterTable
ALTER TABLE "DeliveryBody" ADD COLUMN "headers" TEXT;

-- CreateIndex
CREATE INDEX "Delivery_receivedAt_id_idx" ON "Delivery"("receivedAt", "id");

-- CreateIndex
CREATE INDEX "Repeat_deliveryId_idx" ON "Repeat"("deliveryId");

-- Of the few that are not accepted, in the order of the list.
DROP INDEX "Delivery_verdict_resolution_id_partial";
CREATE INDEX "Delivery_verdict_resolution_receivedAt_partial" ON "Delivery"("verdict", "resolution", "receivedAt", "id") WHERE "verdict" <> 'accepted';
