-- Few values are numbers or dates. Those that are not cannot be found by their number.
DROP INDEX "ConversationVariable_name_number_conversationId_idx";
CREATE INDEX "ConversationVariable_name_number_partial" ON "ConversationVariable"("name", "number", "conversationId") WHERE "number" IS NOT NULL;
