-- Few values are numbers or dates. Those that are not cannot be found by their number.
DROP INDEX "ConversationVariable_name_number_conversationId_idx";
CREATE INDEX "ConversationVariable_name_number_partial" ON "ConversationVariable"("name", "number", "conversationId") WHERE "number" IS NOT NULL;

-- The list of what is not sorted in yet stays in the index's file: a shorter one is less of it.
ALTER INDEX "Event_searchText_trigrams" SET (gin_pending_list_limit = 256);

-- Rows that are only ever added come in the order of their ids: their pages need no room for others in between.
ALTER INDEX "Event_pkey" SET (fillfactor = 100);
ALTER INDEX "DeliveryBody_pkey" SET (fillfactor = 100);
