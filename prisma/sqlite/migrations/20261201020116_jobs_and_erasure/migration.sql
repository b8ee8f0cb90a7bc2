-- AlterTable
ALTER TABLE "WriterClock" ADD COLUMN "tombstones" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN "erased" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN "erasedAt" BIGINT;

-- CreateTable
CREATE TABLE "Job" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "dueAt" BIGINT NOT NULL,
    "leaseUntil" BIGINT NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "progress" TEXT,
    "error" TEXT,
    "createdAt" BIGINT NOT NULL,
    "changedAt" BIGINT NOT NULL,

    PRIMARY KEY ("kind", "key")
);

-- CreateTable
CREATE TABLE "LegalHold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectType" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectType" TEXT NOT NULL,
    "subjectKey" TEXT,
    "subjectDigest" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "refuseFuture" BOOLEAN NOT NULL DEFAULT false,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "found" INTEGER NOT NULL DEFAULT 0,
    "erased" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "doneAt" BIGINT,
    "receipt" TEXT
);

-- CreateTable
CREATE TABLE "Tombstone" (
    "digest" BLOB NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "erasureId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "RetentionRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ruleId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "endedAt" BIGINT,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "PersonRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "visitors" TEXT NOT NULL DEFAULT '[]',
    "receivedAt" BIGINT NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "closedAt" BIGINT,
    "madeBy" TEXT NOT NULL,
    "log" TEXT NOT NULL DEFAULT '[]'
);

-- CreateTable
CREATE TABLE "Reveal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "conversationKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "until" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Job_state_dueAt_idx" ON "Job"("state", "dueAt");

-- CreateIndex
CREATE INDEX "LegalHold_subjectType_subjectKey_idx" ON "LegalHold"("subjectType", "subjectKey");

-- CreateIndex
CREATE INDEX "Erasure_requestedAt_id_idx" ON "Erasure"("requestedAt", "id");

-- CreateIndex
CREATE INDEX "Tombstone_erasureId_idx" ON "Tombstone"("erasureId");

-- CreateIndex
CREATE INDEX "RetentionRun_startedAt_id_idx" ON "RetentionRun"("startedAt", "id");

-- CreateIndex
CREATE INDEX "PersonRequest_state_dueAt_idx" ON "PersonRequest"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Reveal_userId_until_idx" ON "Reveal"("userId", "until");

-- A retention rule has replaced the pruning of bodies, with its position.
DELETE FROM "Setting" WHERE "name" = 'pruned-bodies.up-to';
