import { useWords } from '../../i18n/use-words.ts'

/** How many have voted, live, with a mark where the quorum is reached. */
export function Turnout({
  cast,
  entitled,
  quorumNeeded,
  quorumMet,
}: {
  cast: number
  entitled: number
  quorumNeeded: number
  quorumMet: boolean
}) {
  const { t } = useWords()
  const share = (count: number) => (entitled === 0 ? 0 : Math.round((count / entitled) * 10_000) / 100)
  const mark = share(quorumNeeded)
  return (
    <div>
      {/* Said again, politely, each time that somebody votes. */}
      <p role="status" className="text-lg font-semibold tabular-nums">
        {t('polls:turnout.voted', { count: cast, of: entitled })}
      </p>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="mt-2 h-4 w-full overflow-visible"
      >
        <rect y="1" width="100" height="2" className="fill-shade" />
        <rect
          y="1"
          width={share(cast)}
          height="2"
          className={`motion-safe:transition-[width] ${quorumMet && quorumNeeded > 0 ? 'fill-kept' : 'fill-accent'}`}
        />
        {quorumNeeded > 0 && <rect x={mark - 0.25} width="0.5" height="4" className="fill-ink" />}
      </svg>
      <p className="mt-1.5 text-sm text-soft tabular-nums">
        {quorumNeeded === 0
          ? t('polls:turnout.quorumNone')
          : quorumMet
            ? t('polls:turnout.quorumMet', { needed: quorumNeeded })
            : t('polls:turnout.quorumMissing', { count: quorumNeeded - cast, needed: quorumNeeded })}
      </p>
    </div>
  )
}
