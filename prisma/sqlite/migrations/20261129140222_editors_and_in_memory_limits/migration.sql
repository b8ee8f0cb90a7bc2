-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN "editedBy" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "madeBy" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "resolvedBy" TEXT;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN "editedBy" TEXT;

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "RateLimit";
PRAGMA foreign_keys=on;
