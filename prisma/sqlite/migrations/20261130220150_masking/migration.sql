-- CreateTable
CREATE TABLE "ConversationMask" (
    "conversationId" BIGINT NOT NULL PRIMARY KEY,
    "version" TEXT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "eventCount" INTEGER NOT NULL,
    "personal" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "accentText" TEXT,
    "variables" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "MaskedText" (
    "eventId" BIGINT NOT NULL PRIMARY KEY,
    "conversationId" BIGINT NOT NULL,
    "searchText" TEXT NOT NULL,
    "accentText" TEXT
);

-- CreateIndex
CREATE INDEX "MaskedText_conversationId_idx" ON "MaskedText"("conversationId");
