-- AlterTable
ALTER TABLE "ConversationKey" ADD COLUMN "contactsMasked" BIGINT;
ALTER TABLE "ConversationKey" ADD COLUMN "technicalMasked" BIGINT;
ALTER TABLE "ConversationKey" ADD COLUMN "maskValues" TEXT;
