-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "editedBy" TEXT,
ADD COLUMN     "madeBy" TEXT,
ADD COLUMN     "resolvedBy" TEXT;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "editedBy" TEXT;

-- DropTable
DROP TABLE "RateLimit";
