-- AlterTable
ALTER TABLE "ConversationKey" ADD COLUMN     "contactsMasked" BIGINT,
ADD COLUMN     "maskValues" TEXT,
ADD COLUMN     "technicalMasked" BIGINT;
