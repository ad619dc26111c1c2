/** What the first bytes of a picture say about it. The name and the type that a browser gives are not asked. */
export interface ImageFile {
  mime: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  /** In pixels. */
  width: number
  height: number
}

/** The most that one picture may have, in bytes: a page of a text loads several. */
export const imageBytes = 2_000_000

/** The longest side of a picture that is kept, in pixels. */
export const imageSide = 4_096

/**
 * Reads what kind of picture `bytes` is and how large, from its header: PNG, JPEG, WebP or GIF. `null` for anything
 * else, SVG included, which is a program and not a picture.
 */
export function readImageFile(bytes: Uint8Array): ImageFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view)
  } catch (failure) {
    // The header ends before it says what it must.
    if (failure instanceof RangeError) return null
    throw failure
  }
}

const isAt = (view: DataView, offset: number, letters: string) =>
  [...letters].every((letter, at) => view.getUint8(offset + at) === letter.charCodeAt(0))

function file(mime: ImageFile['mime'], width: number, height: number): ImageFile | null {
  return width > 0 && height > 0 ? { mime, width, height } : null
}

/** PNG (ISO/IEC 15948): the signature, then the IHDR chunk. */
function readPng(view: DataView): ImageFile | null {
  if (!isAt(view, 0, '\x89PNG\r\n\x1A\n') || !isAt(view, 12, 'IHDR')) return null
  return file('image/png', view.getUint32(16), view.getUint32(20))
}

/** GIF 87a and 89a: the logical screen. */
function readGif(view: DataView): ImageFile | null {
  if (!isAt(view, 0, 'GIF87a') && !isAt(view, 0, 'GIF89a')) return null
  return file('image/gif', view.getUint16(6, true), view.getUint16(8, true))
}

/** WebP (RFC 9649): lossy, lossless, or extended. */
function readWebp(view: DataView): ImageFile | null {
  if (!isAt(view, 0, 'RIFF') || !isAt(view, 8, 'WEBP')) return null
  if (isAt(view, 12, 'VP8 ')) {
    if (!isAt(view, 23, '\x9D\x01\x2A')) return null
    return file('image/webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  }
  if (isAt(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return file('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  if (!isAt(view, 12, 'VP8X')) return null
  const three = (offset: number) => view.getUint16(offset, true) + view.getUint8(offset + 2) * 65_536
  return file('image/webp', three(24) + 1, three(27) + 1)
}

/** JPEG (ISO/IEC 10918-1): segment after segment, until the one that begins a frame. */
function readJpeg(view: DataView): ImageFile | null {
  if (view.getUint16(0) !== 0xffd8) return null
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return file('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5))
    else at += 2 + Math.max(view.getUint16(at + 2), 2)
  }
}
