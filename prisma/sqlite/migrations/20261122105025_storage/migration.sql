-- Where the search index ends: new texts join it many at a time, until then they are read through.
ALTER TABLE "WriterClock" ADD COLUMN "searchEventId" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "WriterClock" ADD COLUMN "searchConversationId" BIGINT NOT NULL DEFAULT 0;
UPDATE "WriterClock" SET "searchEventId" = "eventId", "searchConversationId" = "conversationId";

-- Bodies in a table of their own, which gives their space back when they are pruned.
CREATE TABLE "DeliveryBody" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL
);

INSERT INTO "DeliveryBody" ("id", "bytes") SELECT "id", "body" FROM "Delivery" WHERE "body" IS NOT NULL ORDER BY "id";

-- "INTEGER PRIMARY KEY" is the row's own number, with no index beside the table (prisma/row-ids.ts). A table WITHOUT ROWID is
-- the index of its key.

CREATE TABLE "new_Delivery" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "receivedAt" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "position" INTEGER,
    "tokenPlace" TEXT,
    "contentType" TEXT,
    "size" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "durationUs" INTEGER NOT NULL DEFAULT 0,
    "resolution" TEXT NOT NULL DEFAULT 'none',
    "resolvedAt" BIGINT,
    "reprocessedAs" BIGINT,
    "reprocessOf" BIGINT,
    "firstEventId" BIGINT
);

INSERT INTO "new_Delivery" ("id", "receivedAt", "source", "verdict", "reason", "position", "tokenPlace", "contentType", "size", "accepted", "duplicates", "quarantined", "durationUs", "resolution", "resolvedAt", "reprocessedAs", "reprocessOf", "firstEventId")
SELECT "id", "receivedAt", "source", "verdict", "reason", "position", "tokenPlace", "contentType", "size", "accepted", "duplicates", "quarantined", "durationUs", "resolution", "resolvedAt", "reprocessedAs", "reprocessOf", (SELECT min(e."id") FROM "Event" e WHERE e."deliveryId" = "Delivery"."id") FROM "Delivery" ORDER BY "id";

DROP TABLE "Delivery";

ALTER TABLE "new_Delivery" RENAME TO "Delivery";

CREATE INDEX "Delivery_receivedAt_idx" ON "Delivery"("receivedAt");

CREATE INDEX "Delivery_verdict_resolution_id_partial" ON "Delivery"("verdict", "resolution", "id") WHERE "verdict" <> 'accepted';

-- Equal content means one conversation and one time: the index that tells repeats is also that of the timeline.
CREATE TABLE "new_Event" (
    "id" INTEGER NOT NULL PRIMARY KEY,
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

INSERT INTO "new_Event" ("id", "hash", "deliveryId", "conversationId", "type", "messageType", "actorType", "occurredAt", "receivedAt", "recognised", "searchText", "raw")
SELECT "id", substr("hash", 1, 16), "deliveryId", "conversationId", "type", "messageType", "actorType", "occurredAt", "receivedAt", "recognised", "searchText", "raw" FROM "Event" ORDER BY "id";

DROP TABLE "Event";

ALTER TABLE "new_Event" RENAME TO "Event";

CREATE UNIQUE INDEX "Event_conversationId_occurredAt_hash_key" ON "Event"("conversationId", "occurredAt", "hash");

CREATE TABLE "new_Conversation" (
    "id" INTEGER NOT NULL PRIMARY KEY,
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
    "snapshot" TEXT NOT NULL,
    "closedByAddress" TEXT
);

INSERT INTO "new_Conversation" ("id", "key", "platformId", "externalKey", "title", "accountKey", "botId", "channel", "visitorKey", "visitorId", "visitorName", "visitorEmail", "visitorPhone", "status", "assigneeType", "assigneeId", "assigneeEmail", "assigneeAddress", "assigneeName", "createdAt", "lastEventAt", "lastEventId", "changeId", "eventCount", "repeatCount", "lateCount", "visitorMessages", "botMessages", "userMessages", "noteCount", "gapCount", "awaitsAnswer", "handedOver", "closedByType", "closedById", "lastMessageText", "lastMessageAt", "lastMessageBy", "searchText", "snapshot", "closedByAddress")
SELECT "id", "key", "platformId", "externalKey", "title", "accountKey", "botId", "channel", "visitorKey", "visitorId", "visitorName", "visitorEmail", "visitorPhone", "status", "assigneeType", "assigneeId", "assigneeEmail", "assigneeAddress", "assigneeName", "createdAt", "lastEventAt", "lastEventId", "changeId", "eventCount", "repeatCount", "lateCount", "visitorMessages", "botMessages", "userMessages", "noteCount", "gapCount", "awaitsAnswer", "handedOver", "closedByType", "closedById", "lastMessageText", "lastMessageAt", "lastMessageBy", "searchText", "snapshot", "closedByAddress" FROM "Conversation" ORDER BY "id";

DROP TABLE "Conversation";

ALTER TABLE "new_Conversation" RENAME TO "Conversation";

CREATE UNIQUE INDEX "Conversation_key_key" ON "Conversation"("key");

CREATE INDEX "Conversation_lastEventAt_id_idx" ON "Conversation"("lastEventAt", "id");

CREATE INDEX "Conversation_status_lastEventAt_id_idx" ON "Conversation"("status", "lastEventAt", "id");

CREATE INDEX "Conversation_status_assigneeId_lastEventAt_id_idx" ON "Conversation"("status", "assigneeId", "lastEventAt", "id");

CREATE INDEX "Conversation_createdAt_id_idx" ON "Conversation"("createdAt", "id");

CREATE INDEX "Conversation_visitorKey_lastEventAt_id_idx" ON "Conversation"("visitorKey", "lastEventAt", "id");

CREATE INDEX "Conversation_botId_lastEventAt_id_idx" ON "Conversation"("botId", "lastEventAt", "id");

CREATE INDEX "Conversation_channel_lastEventAt_id_idx" ON "Conversation"("channel", "lastEventAt", "id");

CREATE INDEX "Conversation_assigneeId_lastEventAt_id_idx" ON "Conversation"("assigneeId", "lastEventAt", "id");

CREATE INDEX "Conversation_assigneeAddress_lastEventAt_id_idx" ON "Conversation"("assigneeAddress", "lastEventAt", "id");

CREATE INDEX "Conversation_changeId_idx" ON "Conversation"("changeId");

CREATE TABLE "new_ConversationVariable" (
    "conversationId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "number" REAL,
    "eventId" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "folded" TEXT,

    PRIMARY KEY ("conversationId", "name")
) WITHOUT ROWID;

INSERT INTO "new_ConversationVariable" ("conversationId", "name", "scope", "type", "text", "number", "eventId", "updatedAt", "folded")
SELECT "conversationId", "name", "scope", "type", "text", "number", "eventId", "updatedAt", "folded" FROM "ConversationVariable" ORDER BY "conversationId", "name";

DROP TABLE "ConversationVariable";

ALTER TABLE "new_ConversationVariable" RENAME TO "ConversationVariable";

CREATE INDEX "ConversationVariable_name_text_conversationId_idx" ON "ConversationVariable"("name", "text", "conversationId");

CREATE INDEX "ConversationVariable_name_number_conversationId_idx" ON "ConversationVariable"("name", "number", "conversationId");

CREATE TABLE "new_ConversationLabel" (
    "conversationId" BIGINT NOT NULL,
    "labelId" TEXT NOT NULL,

    PRIMARY KEY ("conversationId", "labelId")
) WITHOUT ROWID;

INSERT INTO "new_ConversationLabel" ("conversationId", "labelId")
SELECT "conversationId", "labelId" FROM "ConversationLabel" ORDER BY "conversationId", "labelId";

DROP TABLE "ConversationLabel";

ALTER TABLE "new_ConversationLabel" RENAME TO "ConversationLabel";

CREATE INDEX "ConversationLabel_labelId_conversationId_idx" ON "ConversationLabel"("labelId", "conversationId");

CREATE TABLE "new_ConversationMessageType" (
    "conversationId" BIGINT NOT NULL,
    "messageType" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("conversationId", "messageType")
) WITHOUT ROWID;

INSERT INTO "new_ConversationMessageType" ("conversationId", "messageType", "count")
SELECT "conversationId", "messageType", "count" FROM "ConversationMessageType" ORDER BY "conversationId", "messageType";

DROP TABLE "ConversationMessageType";

ALTER TABLE "new_ConversationMessageType" RENAME TO "ConversationMessageType";

CREATE INDEX "ConversationMessageType_messageType_conversationId_idx" ON "ConversationMessageType"("messageType", "conversationId");

CREATE TABLE "new_Visitor" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "platformId" TEXT,
    "accountKey" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "firstSeenAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL
) WITHOUT ROWID;

INSERT INTO "new_Visitor" ("key", "platformId", "accountKey", "name", "email", "phone", "firstSeenAt", "lastSeenAt")
SELECT "key", "platformId", "accountKey", "name", "email", "phone", "firstSeenAt", "lastSeenAt" FROM "Visitor" ORDER BY "key";

DROP TABLE "Visitor";

ALTER TABLE "new_Visitor" RENAME TO "Visitor";

CREATE INDEX "Visitor_lastSeenAt_idx" ON "Visitor"("lastSeenAt");

-- The search index follows changes of what it holds.
CREATE TRIGGER "EventSearch_insert" AFTER INSERT ON "Event" WHEN new."id" <= (SELECT "searchEventId" FROM "WriterClock") AND new."searchText" <> '' BEGIN
    INSERT INTO "EventSearch" (rowid, "searchText") VALUES (new."id", new."searchText");
END;

CREATE TRIGGER "EventSearch_delete" AFTER DELETE ON "Event" WHEN old."id" <= (SELECT "searchEventId" FROM "WriterClock") AND old."searchText" <> '' BEGIN
    INSERT INTO "EventSearch" ("EventSearch", rowid, "searchText") VALUES ('delete', old."id", old."searchText");
END;

CREATE TRIGGER "EventSearch_update" AFTER UPDATE OF "searchText" ON "Event" WHEN old."id" <= (SELECT "searchEventId" FROM "WriterClock") AND old."searchText" <> new."searchText" BEGIN
    INSERT INTO "EventSearch" ("EventSearch", rowid, "searchText")
    SELECT 'delete', old."id", old."searchText" WHERE old."searchText" <> '';
    INSERT INTO "EventSearch" (rowid, "searchText") SELECT new."id", new."searchText" WHERE new."searchText" <> '';
END;

CREATE TRIGGER "ConversationSearch_insert" AFTER INSERT ON "Conversation" WHEN new."id" <= (SELECT "searchConversationId" FROM "WriterClock") AND new."searchText" <> '' BEGIN
    INSERT INTO "ConversationSearch" (rowid, "searchText") VALUES (new."id", new."searchText");
END;

CREATE TRIGGER "ConversationSearch_delete" AFTER DELETE ON "Conversation" WHEN old."id" <= (SELECT "searchConversationId" FROM "WriterClock") AND old."searchText" <> '' BEGIN
    INSERT INTO "ConversationSearch" ("ConversationSearch", rowid, "searchText") VALUES ('delete', old."id", old."searchText");
END;

CREATE TRIGGER "ConversationSearch_update" AFTER UPDATE OF "searchText" ON "Conversation" WHEN old."id" <= (SELECT "searchConversationId" FROM "WriterClock") AND old."searchText" <> new."searchText" BEGIN
    INSERT INTO "ConversationSearch" ("ConversationSearch", rowid, "searchText")
    SELECT 'delete', old."id", old."searchText" WHERE old."searchText" <> '';
    INSERT INTO "ConversationSearch" (rowid, "searchText") SELECT new."id", new."searchText" WHERE new."searchText" <> '';
END;
