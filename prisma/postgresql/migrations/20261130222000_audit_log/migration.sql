-- CreateTable
CREATE TABLE "AuditChain" (
    "log" TEXT NOT NULL,
    "lastId" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "startId" BIGINT NOT NULL DEFAULT 0,
    "startHash" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "AuditChain_pkey" PRIMARY KEY ("log")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "log" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "role" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT,
    "subjectId" TEXT,
    "subjectDigest" TEXT,
    "detail" TEXT,
    "detailDigest" TEXT,
    "ip" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("log","id")
);

-- CreateIndex
CREATE INDEX "AuditEntry_at_log_id_idx" ON "AuditEntry"("at", "log", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_log_id_idx" ON "AuditEntry"("actorId", "at", "log", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_action_at_log_id_idx" ON "AuditEntry"("action", "at", "log", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_at_log_id_idx" ON "AuditEntry"("subjectId", "at", "log", "id");

INSERT INTO "AuditChain" ("log", "lastId", "hash", "startHash", "key") VALUES
    ('audit', 0, '', '', replace(concat(gen_random_uuid(), gen_random_uuid()), '-', '')),
    ('access', 0, '', '', replace(concat(gen_random_uuid(), gen_random_uuid()), '-', ''));
