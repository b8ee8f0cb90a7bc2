-- The log of deliveries, with its columns in the order that leaves no gaps: Postgres puts wide numbers at multiples of eight bytes.
CREATE TABLE "new_Delivery" (
    "id" BIGINT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "firstEventId" BIGINT,
    "size" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "durationUs" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "resolution" TEXT NOT NULL DEFAULT 'none',
    "tokenPlace" TEXT,
    "contentType" TEXT,
    "reason" TEXT,
    "position" INTEGER,
    "resolvedAt" BIGINT,
    "reprocessedAs" BIGINT,
    "reprocessOf" BIGINT
);

INSERT INTO "new_Delivery" ("id", "receivedAt", "firstEventId", "size", "accepted", "duplicates", "quarantined", "durationUs", "source", "verdict", "resolution", "tokenPlace", "contentType", "reason", "position", "resolvedAt", "reprocessedAs", "reprocessOf")
SELECT "id", "receivedAt", "firstEventId", "size", "accepted", "duplicates", "quarantined", "durationUs", "source", "verdict", "resolution", "tokenPlace", "contentType", "reason", "position", "resolvedAt", "reprocessedAs", "reprocessOf" FROM "Delivery" ORDER BY "id";

DROP TABLE "Delivery";
ALTER TABLE "new_Delivery" RENAME TO "Delivery";
-- Its rows, too, come in the order of their ids.
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id") WITH (fillfactor = 100);
CREATE INDEX "Delivery_receivedAt_idx" ON "Delivery"("receivedAt");
CREATE INDEX "Delivery_verdict_resolution_id_partial" ON "Delivery"("verdict", "resolution", "id") WHERE "verdict" <> 'accepted';
