-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "closedByAddress" TEXT;

-- AlterTable
ALTER TABLE "ConversationVariable" ADD COLUMN     "folded" TEXT;

-- Fills what SQL can. A rebuild (npm run rebuild) does the rest: dates, and forms that only search folds together.
UPDATE "Conversation" SET "closedByAddress" = lower("snapshot"::json #>> '{statusBy,email}') WHERE "closedByType" IS NOT NULL;

UPDATE "ConversationVariable" SET "type" = CASE WHEN "number" IS NULL THEN 'text' ELSE 'number' END;

UPDATE "ConversationVariable" SET "folded" = lower("text") WHERE lower("text") <> "text";
