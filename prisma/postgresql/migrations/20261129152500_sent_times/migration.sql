-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "createdSentAt" BIGINT,
ADD COLUMN     "lastSentAt" BIGINT;
