/** The fragment of an address that leads to a block: `#p-k3f…`. */
export const blockAnchor = (blockId: string) => `p-${blockId}`

/** The block that a fragment leads to, `null` when it names none. */
export function anchoredBlock(fragment: string): string | null {
  return /^#p-([a-z0-9]{4,32})$/.exec(fragment)?.[1] ?? null
}
