-- Up to which event the conversations' states go: under load they are folded a moment after the commit of the events.
ALTER TABLE "WriterClock" ADD COLUMN "foldedEventId" BIGINT NOT NULL DEFAULT 0;
UPDATE "WriterClock" SET "foldedEventId" = "eventId";
