-- Of conversations that took 1,000 seconds or longer: which were going on at a moment. By the number of digits of their duration,
-- so that those of one class began within ten times its shortest before that moment.
CREATE INDEX "Conversation_span_partial" ON "Conversation"(length(CAST("lastEventAt" - "createdAt" AS TEXT)), "createdAt", "lastEventAt", "id")
WHERE "lastEventAt" - "createdAt" >= 1000000000;

-- What is told to have ended before it began: hardly any, but those would be missed where one time bounds the other.
CREATE INDEX "Conversation_backwards_partial" ON "Conversation"("createdAt", "lastEventAt", "id")
WHERE "lastEventAt" < "createdAt";
