-- Substring search: the trigrams of the folded texts.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "Event_searchText_trigrams" ON "Event" USING gin ("searchText" gin_trgm_ops);

CREATE INDEX "Conversation_searchText_trigrams" ON "Conversation" USING gin ("searchText" gin_trgm_ops);
