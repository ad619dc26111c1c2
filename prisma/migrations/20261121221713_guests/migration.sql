-- CreateEnum
CREATE TYPE "guest_right" AS ENUM ('read', 'write');

-- CreateTable
CREATE TABLE "document_guest" (
    "id" TEXT NOT NULL DEFAULT new_id('gue'),
    "document_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "right" "guest_right" NOT NULL,
    "until" DATE NOT NULL,
    "given_by_id" TEXT,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_by_id" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "document_guest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_guest_document_id_idx" ON "document_guest"("document_id");

-- CreateIndex
CREATE INDEX "document_guest_person_id_idx" ON "document_guest"("person_id");

-- AddForeignKey
ALTER TABLE "document_guest" ADD CONSTRAINT "document_guest_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_guest" ADD CONSTRAINT "document_guest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_guest" ADD CONSTRAINT "document_guest_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_guest" ADD CONSTRAINT "document_guest_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A person has a text open once at a time; what was withdrawn before stays beside it.
CREATE UNIQUE INDEX document_guest_person_key ON document_guest (document_id, person_id) WHERE withdrawn_at IS NULL;

-- Who had which text open until when is never forgotten, and what was withdrawn is not given back: it is given anew.
CREATE TRIGGER kept BEFORE DELETE ON document_guest FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER withdrawn_is_final BEFORE UPDATE ON document_guest
  FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
