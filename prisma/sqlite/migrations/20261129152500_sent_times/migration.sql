-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "createdSentAt" BIGINT;
ALTER TABLE "Conversation" ADD COLUMN "lastSentAt" BIGINT;
