-- CreateTable
CREATE TABLE "ConversationMask" (
    "conversationId" BIGINT NOT NULL,
    "version" TEXT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "eventCount" INTEGER NOT NULL,
    "personal" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "accentText" TEXT,
    "variables" TEXT NOT NULL,

    CONSTRAINT "ConversationMask_pkey" PRIMARY KEY ("conversationId")
);

-- CreateTable
CREATE TABLE "MaskedText" (
    "eventId" BIGINT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "searchText" TEXT NOT NULL,
    "accentText" TEXT,

    CONSTRAINT "MaskedText_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE INDEX "MaskedText_conversationId_idx" ON "MaskedText"("conversationId");
