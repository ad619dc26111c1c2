-- What the history of a text is shown from. Derived from document_update, which stays the truth: deleting a row of
-- document_reading deletes what was derived, and the next reading makes it again.
-- CreateTable
CREATE TABLE "document_reading" (
    "document_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "document_reading_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "document_writing" (
    "document_id" TEXT NOT NULL,
    "first_seq" INTEGER NOT NULL,
    "last_seq" INTEGER NOT NULL,
    "author_id" TEXT,
    "organisation_id" TEXT,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "edits" INTEGER NOT NULL,
    "words_added" INTEGER NOT NULL,
    "words_struck" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "struck" JSONB NOT NULL,
    "open" BOOLEAN NOT NULL,

    CONSTRAINT "document_writing_pkey" PRIMARY KEY ("document_id","first_seq")
);

-- CreateTable
CREATE TABLE "document_checkpoint" (
    "document_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "document_checkpoint_pkey" PRIMARY KEY ("document_id","seq")
);

-- AddForeignKey
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_writing" ADD CONSTRAINT "document_writing_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document_reading"("document_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_checkpoint" ADD CONSTRAINT "document_checkpoint_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document_reading"("document_id") ON DELETE CASCADE ON UPDATE CASCADE;
