-- AlterTable
ALTER TABLE "Label" ADD COLUMN "shownName" TEXT;
