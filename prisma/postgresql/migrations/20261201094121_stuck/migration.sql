-- CreateTable
CREATE TABLE "Stuck" (
    "conversationId" BIGINT NOT NULL,
    "dueAt" BIGINT,
    "promptDueAt" BIGINT,
    "signs" TEXT NOT NULL,

    CONSTRAINT "Stuck_pkey" PRIMARY KEY ("conversationId")
);

-- CreateIndex
CREATE INDEX "Step_textId_at_outcome_idx" ON "Step"("textId", "at", "outcome");
