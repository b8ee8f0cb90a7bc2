-- Substring search: the trigrams of the folded texts. The texts themselves stay in their own tables, triggers keep up.
CREATE VIRTUAL TABLE "EventSearch" USING fts5(
    "searchText", content = 'Event', content_rowid = 'id', tokenize = 'trigram', detail = 'none', columnsize = 0
);

CREATE TRIGGER "EventSearch_insert" AFTER INSERT ON "Event" WHEN new."searchText" <> '' BEGIN
    INSERT INTO "EventSearch" (rowid, "searchText") VALUES (new."id", new."searchText");
END;

CREATE TRIGGER "EventSearch_delete" AFTER DELETE ON "Event" WHEN old."searchText" <> '' BEGIN
    INSERT INTO "EventSearch" ("EventSearch", rowid, "searchText") VALUES ('delete', old."id", old."searchText");
END;

CREATE TRIGGER "EventSearch_update" AFTER UPDATE OF "searchText" ON "Event" WHEN old."searchText" <> new."searchText" BEGIN
    INSERT INTO "EventSearch" ("EventSearch", rowid, "searchText")
    SELECT 'delete', old."id", old."searchText" WHERE old."searchText" <> '';
    INSERT INTO "EventSearch" (rowid, "searchText") SELECT new."id", new."searchText" WHERE new."searchText" <> '';
END;

CREATE VIRTUAL TABLE "ConversationSearch" USING fts5(
    "searchText", content = 'Conversation', content_rowid = 'id', tokenize = 'trigram', detail = 'none', columnsize = 0
);

CREATE TRIGGER "ConversationSearch_insert" AFTER INSERT ON "Conversation" WHEN new."searchText" <> '' BEGIN
    INSERT INTO "ConversationSearch" (rowid, "searchText") VALUES (new."id", new."searchText");
END;

CREATE TRIGGER "ConversationSearch_delete" AFTER DELETE ON "Conversation" WHEN old."searchText" <> '' BEGIN
    INSERT INTO "ConversationSearch" ("ConversationSearch", rowid, "searchText") VALUES ('delete', old."id", old."searchText");
END;

CREATE TRIGGER "ConversationSearch_update" AFTER UPDATE OF "searchText" ON "Conversation" WHEN old."searchText" <> new."searchText" BEGIN
    INSERT INTO "ConversationSearch" ("ConversationSearch", rowid, "searchText")
    SELECT 'delete', old."id", old."searchText" WHERE old."searchText" <> '';
    INSERT INTO "ConversationSearch" (rowid, "searchText") SELECT new."id", new."searchText" WHERE new."searchText" <> '';
END;
