-- What search finds conversations by, in a table of its own: each event writes its conversation's row, and an index of that
-- row's trigrams took all of them anew each time. Here a text is written when it changes, as SQLite's search table is.
CREATE TABLE "ConversationSearch" (
    "id" BIGINT NOT NULL,
    "searchText" TEXT NOT NULL,

    CONSTRAINT "ConversationSearch_pkey" PRIMARY KEY ("id")
);

INSERT INTO "ConversationSearch" ("id", "searchText") SELECT "id", "searchText" FROM "Conversation" ORDER BY "id";

-- \x3b is a semicolon: scripts are cut at each that is written as one.
CREATE FUNCTION "keep_conversation_search"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
    INSERT INTO "ConversationSearch" ("id", "searchText") VALUES (NEW."id", NEW."searchText")
    ON CONFLICT ("id") DO UPDATE SET "searchText" = EXCLUDED."searchText"\x3b
    RETURN NULL\x3b
END';

CREATE FUNCTION "drop_conversation_search"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
    DELETE FROM "ConversationSearch" WHERE "id" = OLD."id"\x3b
    RETURN NULL\x3b
END';

CREATE TRIGGER "ConversationSearch_insert" AFTER INSERT ON "Conversation"
FOR EACH ROW EXECUTE FUNCTION "keep_conversation_search"();

CREATE TRIGGER "ConversationSearch_update" AFTER UPDATE OF "searchText" ON "Conversation"
FOR EACH ROW WHEN (OLD."searchText" IS DISTINCT FROM NEW."searchText") EXECUTE FUNCTION "keep_conversation_search"();

CREATE TRIGGER "ConversationSearch_delete" AFTER DELETE ON "Conversation"
FOR EACH ROW EXECUTE FUNCTION "drop_conversation_search"();

DROP INDEX "Conversation_searchText_trigrams";
CREATE INDEX "ConversationSearch_searchText_trigrams" ON "ConversationSearch"
USING gin ("searchText" gin_trgm_ops) WITH (gin_pending_list_limit = 256);
ALTER INDEX "ConversationSearch_pkey" SET (fillfactor = 100);
