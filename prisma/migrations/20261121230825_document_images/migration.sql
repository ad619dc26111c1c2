-- CreateTable
CREATE TABLE "document_image" (
    "id" TEXT NOT NULL DEFAULT new_id('img'),
    "document_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "added_by_id" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_image_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_image_added_by_id_added_at_idx" ON "document_image"("added_by_id", "added_at");

-- CreateIndex
CREATE UNIQUE INDEX "document_image_document_id_sha256_key" ON "document_image"("document_id", "sha256");

-- AddForeignKey
ALTER TABLE "document_image" ADD CONSTRAINT "document_image_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_image" ADD CONSTRAINT "document_image_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON document_image FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE document_image
  ADD CONSTRAINT image_says_its_size CHECK (size = octet_length(bytes) AND size > 0),
  ADD CONSTRAINT image_has_an_area CHECK (width > 0 AND height > 0),
  ADD CONSTRAINT image_is_no_program CHECK (mime IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif'));
