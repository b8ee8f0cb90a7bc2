-- CreateTable
CREATE TABLE "Stuck" (
    "conversationId" BIGINT NOT NULL PRIMARY KEY,
    "dueAt" BIGINT,
    "promptDueAt" BIGINT,
    "signs" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Step_textId_at_outcome_idx" ON "Step"("textId", "at", "outcome");
