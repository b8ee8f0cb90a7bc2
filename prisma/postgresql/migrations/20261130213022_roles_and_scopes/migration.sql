-- AlterTable
ALTER TABLE "ApiToken" ADD COLUMN     "expiresAt" BIGINT,
ADD COLUMN     "lastUsedFrom" TEXT,
ADD COLUMN     "permissions" TEXT NOT NULL DEFAULT '["read","personal","raw","export","analytics"]',
ADD COLUMN     "scope" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "scope" TEXT,
ALTER COLUMN "role" SET DEFAULT 'agent';

-- Members are agents now, with the same rights.
UPDATE "User" SET "role" = 'agent' WHERE "role" = 'member';
