-- CreateTable
CREATE TABLE "WriterClock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "deliveryId" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "quarantinedId" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "receivedAt" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "position" INTEGER,
    "tokenPlace" TEXT,
    "contentType" TEXT,
    "size" INTEGER NOT NULL,
    "body" BLOB,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "durationUs" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "QuarantinedEvent" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "deliveryId" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "raw" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "position" INTEGER,
    "resolution" TEXT
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "hash" BLOB NOT NULL,
    "deliveryId" BIGINT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "messageType" TEXT,
    "actorType" TEXT,
    "occurredAt" BIGINT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "recognised" BOOLEAN NOT NULL,
    "searchText" TEXT NOT NULL,
    "raw" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "platformId" TEXT,
    "externalKey" TEXT,
    "title" TEXT NOT NULL,
    "accountKey" TEXT NOT NULL,
    "botId" TEXT,
    "channel" TEXT,
    "visitorKey" TEXT NOT NULL,
    "visitorId" TEXT,
    "visitorName" TEXT,
    "visitorEmail" TEXT,
    "visitorPhone" TEXT,
    "status" TEXT NOT NULL,
    "assigneeType" TEXT,
    "assigneeId" TEXT,
    "assigneeEmail" TEXT,
    "assigneeAddress" TEXT,
    "assigneeName" TEXT,
    "createdAt" BIGINT NOT NULL,
    "lastEventAt" BIGINT NOT NULL,
    "lastEventId" BIGINT NOT NULL,
    "changeId" BIGINT NOT NULL,
    "eventCount" INTEGER NOT NULL DEFAULT 0,
    "repeatCount" INTEGER NOT NULL DEFAULT 0,
    "lateCount" INTEGER NOT NULL DEFAULT 0,
    "visitorMessages" INTEGER NOT NULL DEFAULT 0,
    "botMessages" INTEGER NOT NULL DEFAULT 0,
    "userMessages" INTEGER NOT NULL DEFAULT 0,
    "noteCount" INTEGER NOT NULL DEFAULT 0,
    "gapCount" INTEGER NOT NULL DEFAULT 0,
    "awaitsAnswer" BOOLEAN NOT NULL DEFAULT false,
    "handedOver" BOOLEAN NOT NULL DEFAULT false,
    "closedByType" TEXT,
    "closedById" TEXT,
    "lastMessageText" TEXT,
    "lastMessageAt" BIGINT,
    "lastMessageBy" TEXT,
    "searchText" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ConversationLabel" (
    "conversationId" BIGINT NOT NULL,
    "labelId" TEXT NOT NULL,

    PRIMARY KEY ("conversationId", "labelId")
);

-- CreateTable
CREATE TABLE "Label" (
    "accountKey" TEXT NOT NULL,
    "labelId" TEXT NOT NULL,
    "name" TEXT,
    "namedAt" BIGINT NOT NULL,
    "namedBy" BIGINT NOT NULL,

    PRIMARY KEY ("accountKey", "labelId")
);

-- CreateTable
CREATE TABLE "ConversationVariable" (
    "conversationId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "number" REAL,
    "eventId" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    PRIMARY KEY ("conversationId", "name")
);

-- CreateTable
CREATE TABLE "ConversationMessageType" (
    "conversationId" BIGINT NOT NULL,
    "messageType" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("conversationId", "messageType")
);

-- CreateTable
CREATE TABLE "Visitor" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "platformId" TEXT,
    "accountKey" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "firstSeenAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "PlatformAccount" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "platformId" TEXT
);

-- CreateTable
CREATE TABLE "Bot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountKey" TEXT NOT NULL,
    "name" TEXT,
    "namedAt" BIGINT NOT NULL,
    "namedBy" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "WebhookToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "revokedAt" BIGINT
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "hash" BLOB NOT NULL,
    "hint" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "lastUsedAt" BIGINT,
    "revokedAt" BIGINT,
    "userId" TEXT
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'member',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthAccount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "AuthAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Delivery_verdict_id_idx" ON "Delivery"("verdict", "id");

-- CreateIndex
CREATE INDEX "Delivery_receivedAt_idx" ON "Delivery"("receivedAt");

-- CreateIndex
CREATE INDEX "QuarantinedEvent_deliveryId_idx" ON "QuarantinedEvent"("deliveryId");

-- CreateIndex
CREATE INDEX "QuarantinedEvent_resolution_id_idx" ON "QuarantinedEvent"("resolution", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Event_hash_key" ON "Event"("hash");

-- CreateIndex
CREATE INDEX "Event_conversationId_occurredAt_id_idx" ON "Event"("conversationId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "Event_deliveryId_idx" ON "Event"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_key_key" ON "Conversation"("key");

-- CreateIndex
CREATE INDEX "Conversation_lastEventAt_id_idx" ON "Conversation"("lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_status_lastEventAt_id_idx" ON "Conversation"("status", "lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_status_assigneeId_lastEventAt_id_idx" ON "Conversation"("status", "assigneeId", "lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_createdAt_id_idx" ON "Conversation"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_visitorKey_lastEventAt_id_idx" ON "Conversation"("visitorKey", "lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_botId_lastEventAt_id_idx" ON "Conversation"("botId", "lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_channel_lastEventAt_id_idx" ON "Conversation"("channel", "lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_assigneeId_lastEventAt_id_idx" ON "Conversation"("assigneeId", "lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_assigneeAddress_lastEventAt_id_idx" ON "Conversation"("assigneeAddress", "lastEventAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_changeId_idx" ON "Conversation"("changeId");

-- CreateIndex
CREATE INDEX "ConversationLabel_labelId_conversationId_idx" ON "ConversationLabel"("labelId", "conversationId");

-- CreateIndex
CREATE INDEX "Label_name_idx" ON "Label"("name");

-- CreateIndex
CREATE INDEX "ConversationVariable_name_text_conversationId_idx" ON "ConversationVariable"("name", "text", "conversationId");

-- CreateIndex
CREATE INDEX "ConversationVariable_name_number_conversationId_idx" ON "ConversationVariable"("name", "number", "conversationId");

-- CreateIndex
CREATE INDEX "ConversationMessageType_messageType_conversationId_idx" ON "ConversationMessageType"("messageType", "conversationId");

-- CreateIndex
CREATE INDEX "Visitor_lastSeenAt_idx" ON "Visitor"("lastSeenAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "AuthAccount_userId_idx" ON "AuthAccount"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

INSERT INTO "WriterClock" ("id", "deliveryId", "eventId", "conversationId", "quarantinedId") VALUES (1, 0, 0, 0, 0);
