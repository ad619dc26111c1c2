import { imageBytes } from '../../../packages/document/imageFile.ts'

/** A picture as it is kept: written anew by the browser, so that where and by what it was taken is not in it. */
export interface PictureFile {
  blob: Blob
  width: number
  height: number
  /** As an address that a page may show (`data:`). */
  preview: string
}

/** The longest side that a text needs, in pixels: a screen of double density, with room for a zoom. */
const longestSide = 2_000

/** Kinds that a person may choose. SVG is not among them: it is a program. */
export const chosenKinds = 'image/png,image/jpeg,image/webp,image/gif'

export const isPicture = (file: File) => file.type.startsWith('image/') && file.type !== 'image/svg+xml'

/**
 * Draws a picture anew, at most 2,000 pixels long, as WebP, or as JPEG where the browser writes no WebP. That leaves out
 * what cameras write beside the picture (EXIF, the place). `null` for what the browser cannot show.
 */
export async function redraw(file: Blob): Promise<PictureFile | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null || bitmap.width === 0 || bitmap.height === 0) return null
  try {
    // Smaller and coarser until it fits: a photograph does at once.
    for (const [side, quality] of [
      [longestSide, 0.86],
      [longestSide, 0.7],
      [1_400, 0.7],
      [1_000, 0.6],
    ] as const) {
      const drawn = await drawAt(bitmap, Math.min(1, side / Math.max(bitmap.width, bitmap.height)), quality)
      if (drawn && drawn.blob.size <= imageBytes) return { ...drawn, preview: await asAddress(drawn.blob) }
    }
    return null
  } finally {
    bitmap.close()
  }
}

async function drawAt(
  bitmap: ImageBitmap,
  scale: number,
  quality: number,
): Promise<Omit<PictureFile, 'preview'> | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const draw = () => pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  draw()
  let blob = await written(canvas, 'image/webp', quality)
  if (blob?.type !== 'image/webp') {
    // JPEG knows no transparency.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    draw()
    blob = await written(canvas, 'image/jpeg', quality)
  }
  return blob && { blob, width: canvas.width, height: canvas.height }
}

const written = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob | null>(done => canvas.toBlob(done, type, quality))

function asAddress(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** Why a picture was not kept: no answer came, or the server's own sentence. */
export type KeepRefusal = { reason: 'offline' } | { reason: 'refused'; message: string }

/** Sends a picture to the document; answers its address. */
export async function keepPicture(
  documentId: string,
  { blob, width, height }: PictureFile,
): Promise<{ src: string; width: number; height: number } | KeepRefusal> {
  const response = await fetch(`/documents/${documentId}/images`, { method: 'POST', body: blob }).catch(
    () => null,
  )
  if (response === null) return { reason: 'offline' }
  const answer: unknown = response.headers.get('content-type')?.includes('json')
    ? await response.json()
    : null
  if (typeof answer === 'object' && answer !== null) {
    if ('src' in answer && typeof answer.src === 'string') return { src: answer.src, width, height }
    if ('message' in answer && typeof answer.message === 'string')
      return { reason: 'refused', message: answer.message }
  }
  return { reason: 'offline' }
}

/** The picture behind an address of this page or of the platform, as a file. `null` when it cannot be read. */
export async function readPicture(src: string): Promise<Blob | null> {
  if (!src.startsWith('data:')) {
    const response = await fetch(src).catch(() => null)
    return response?.ok ? response.blob() : null
  }
  // The page's policy lets scripts fetch nothing but the platform, so the Base64 is read here.
  const [, type = '', base64 = ''] = /^data:(image\/[a-z]+);base64,([\sA-Za-z0-9+/=]*)$/.exec(src) ?? []
  try {
    return new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], { type })
  } catch (failure) {
    if (failure instanceof DOMException) return null
    throw failure
  }
}
