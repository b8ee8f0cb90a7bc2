-- CreateTable
CREATE TABLE "Fact" (
    "conversationId" BIGINT NOT NULL PRIMARY KEY,
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
    "statusSent" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "FactReply" (
    "conversationId" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "took" BIGINT,

    PRIMARY KEY ("conversationId", "place")
);

-- CreateIndex
CREATE INDEX "FactReply_person_conversationId_idx" ON "FactReply"("person", "conversationId");
