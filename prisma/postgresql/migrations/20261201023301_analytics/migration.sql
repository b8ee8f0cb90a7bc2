-- CreateTable
CREATE TABLE "Fact" (
    "conversationId" BIGINT NOT NULL,
    "engaged" BOOLEAN NOT NULL,
    "handoverAt" BIGINT,
    "handoverWait" BIGINT,
    "replied" BOOLEAN NOT NULL,
    "closedAt" BIGINT,
    "closedAfter" BIGINT,
    "closer" TEXT,
    "visitorTurns" INTEGER NOT NULL,
    "visitorSpokeLast" BOOLEAN NOT NULL,
    "messageSent" BOOLEAN NOT NULL,
    "assigneeSent" BOOLEAN NOT NULL,
    "statusSent" BOOLEAN NOT NULL,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("conversationId")
);

-- CreateTable
CREATE TABLE "FactReply" (
    "conversationId" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "took" BIGINT,

    CONSTRAINT "FactReply_pkey" PRIMARY KEY ("conversationId","place")
);

-- CreateIndex
CREATE INDEX "FactReply_person_conversationId_idx" ON "FactReply"("person", "conversationId");
