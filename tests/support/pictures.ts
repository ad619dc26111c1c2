/** Small pictures made of their headers: as much of a file as the platform reads. */

const letters = (text: string) => [...text].map(letter => letter.charCodeAt(0))
const big = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 0xff)
const little = (value: number, bytes: number) => big(value, bytes).reverse()
const made = (...parts: number[][]) => new Uint8Array(parts.flat())

export const png = (width: number, height: number, ...rest: number[]) =>
  made(letters('\x89PNG\r\n\x1A\n'), big(13, 4), letters('IHDR'), big(width, 4), big(height, 4), rest)

export const gif = (width: number, height: number) =>
  made(letters('GIF89a'), little(width, 2), little(height, 2))

const riff = (kind: string) => [
  ...letters('RIFF'),
  ...big(0, 4),
  ...letters('WEBP'),
  ...letters(kind),
  ...big(0, 4),
]

export const lossyWebp = (width: number, height: number) =>
  made(riff('VP8 '), [0, 0, 0, 0x9d, 0x01, 0x2a], little(width, 2), little(height, 2))

export const losslessWebp = (width: number, height: number) =>
  made(riff('VP8L'), [0x2f], little((width - 1) | ((height - 1) << 14), 4))

export const extendedWebp = (width: number, height: number) =>
  made(riff('VP8X'), big(0, 4), little(width - 1, 3), little(height - 1, 3))

/** A JPEG with a segment before its frame, as a camera writes one, and filling bytes between them. */
export const jpeg = (width: number, height: number) =>
  made(
    [0xff, 0xd8, 0xff, 0xe1],
    big(6, 2),
    letters('Exif'),
    [0xff, 0xff, 0xc2],
    big(17, 2),
    [8],
    big(height, 2),
    big(width, 2),
  )
