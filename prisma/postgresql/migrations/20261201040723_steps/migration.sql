-- CreateTable
CREATE TABLE "Step" (
    "conversationId" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "textId" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "outcome" TEXT NOT NULL,
    "answer" TEXT,
    "took" BIGINT,
    "cameFrom" TEXT NOT NULL,
    "wentTo" TEXT NOT NULL,
    "wentToTextId" INTEGER,
    "isApart" BOOLEAN NOT NULL,

    CONSTRAINT "Step_pkey" PRIMARY KEY ("conversationId","place")
);

-- CreateTable
CREATE TABLE "PromptText" (
    "id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "isWeak" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "choices" TEXT NOT NULL,

    CONSTRAINT "PromptText_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Step_textId_isApart_idx" ON "Step"("textId", "isApart");

-- CreateIndex
CREATE UNIQUE INDEX "PromptText_digest_key" ON "PromptText"("digest");

-- CreateIndex
CREATE INDEX "PromptText_botId_idx" ON "PromptText"("botId");

-- CreateIndex
CREATE INDEX "PromptText_prompt_idx" ON "PromptText"("prompt");
