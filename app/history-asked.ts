/** What the address of a history asks for. */
export interface HistoryAsked {
  /** The two points to compare; the same where none are asked for. */
  from: string
  to: string
  compares: boolean
  sideBySide: boolean
  /** Only sessions that began before this edit. */
  before: number | null
}

/** Reads `?from=v1&to=now&view=side`, or `?before=1200` of an older page of the list. */
export function historyAsked(request: Request): HistoryAsked {
  const asked = new URL(request.url).searchParams
  const [from, to] = [asked.get('from'), asked.get('to')]
  const before = asked.get('before') ?? ''
  return {
    from: from ?? 'now',
    to: to ?? 'now',
    compares: from !== null && to !== null,
    sideBySide: asked.get('view') === 'side',
    before: /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null,
  }
}
