-- CreateTable
CREATE TABLE "Projection" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Projection_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Rebuild" (
    "id" INTEGER NOT NULL,
    "targets" TEXT NOT NULL,
    "pass" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "appliedUpTo" BIGINT NOT NULL,
    "report" TEXT NOT NULL,

    CONSTRAINT "Rebuild_pkey" PRIMARY KEY ("id")
);
