-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "accentText" TEXT;

-- AlterTable
ALTER TABLE "ConversationVariable" ADD COLUMN     "accentText" TEXT;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "accentText" TEXT;
