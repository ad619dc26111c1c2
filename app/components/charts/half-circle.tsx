import { type KeyboardEvent, useId, useState } from 'react'

/** How a seat looks: a colour and a sign, so that neither is alone. */
export type SeatLook = 'yes' | 'no' | 'abstain' | 'none' | 'voted' | 'waiting'

export interface Seat {
  key: string
  /** Whose seat it is and how it stands, as read out: "Bacău (demo): for". */
  label: string
  look: SeatLook
  /** The viewer's own seat gets a ring. */
  own?: boolean
}

const sides: readonly SeatLook[] = ['yes', 'voted', 'abstain', 'no', 'none', 'waiting']
const width = 400
const seatRadius = 19
const outerRadius = 177
const rowDistance = 46

/**
 * Places in a half-circle, as in a parliament: rows of seats around one point, filled from left to right, so that each
 * choice is one wedge. `count` seats in three rows (two or one for few, four for many); coordinates in the drawing's
 * units, rounded so that server and browser write the same. `scale` makes the seats smaller where they would touch.
 */
export function places(count: number): { spots: { x: number; y: number }[]; scale: number } {
  const rows = count <= 6 ? 1 : count <= 14 ? 2 : count <= 30 ? 3 : 4
  const radii = Array.from({ length: rows }, (_, row) => outerRadius - row * rowDistance)
  const whole = radii.reduce((sum, radius) => sum + radius, 0)
  let left = count
  let nearest = rows > 1 ? rowDistance : 2 * outerRadius
  const spots = radii.flatMap((radius, row) => {
    const here = row === rows - 1 ? left : Math.round((count * radius) / whole)
    left -= here
    const step = here > 1 ? Math.PI / (here - 1) : 0
    if (here > 1) nearest = Math.min(nearest, 2 * radius * Math.sin(step / 2))
    return Array.from({ length: here }, (_, index) => ({
      angle: here === 1 ? Math.PI / 2 : Math.PI - step * index,
      radius,
    }))
  })
  return {
    spots: spots
      .sort((a, b) => b.angle - a.angle || b.radius - a.radius)
      .map(({ angle, radius }) => ({
        x: round(width / 2 + radius * Math.cos(angle)),
        y: round(outerRadius + seatRadius + 3 - radius * Math.sin(angle)),
      })),
    scale: round(Math.min(1, (nearest - 2) / (2 * seatRadius))),
  }
}

const round = (value: number) => Math.round(value * 100) / 100

/**
 * One seat for each organisation. `legend` names the looks that occur, with their counts. The drawing is one stop of
 * the Tab key; arrows move through it, and the seat in focus or under the pointer is named in the middle. A table of
 * the same rows belongs beside it.
 */
export function HalfCircle({
  label,
  hint,
  seats,
  centre,
  legend,
}: {
  label: string
  /** How to move through it, for those who cannot see it. */
  hint: string
  seats: readonly Seat[]
  /** What stands large in the middle while no seat is looked at. */
  centre: string
  legend: readonly { look: SeatLook; label: string }[]
}) {
  const hintId = useId()
  const [active, setActive] = useState<string | null>(null)
  const [stop, setStop] = useState(0)
  const { spots, scale } = places(seats.length)
  const seated = [...seats].sort((a, b) => sides.indexOf(a.look) - sides.indexOf(b.look))
  const named = seated.find(seat => seat.key === active)
  const height = outerRadius + 2 * seatRadius + 8
  const tabStop = Math.min(stop, seated.length - 1)

  const move = (event: KeyboardEvent<SVGGElement>) => {
    const target = { ArrowRight: tabStop + 1, ArrowLeft: tabStop - 1, Home: 0, End: seated.length - 1 }[
      event.key
    ]
    if (target === undefined || target < 0 || target >= seated.length) return
    event.preventDefault()
    const next = event.currentTarget.parentElement?.children[target]
    if (next instanceof SVGElement) next.focus()
  }

  return (
    <figure>
      <p id={hintId} className="sr-only">
        {hint}
      </p>
      <div className="relative mx-auto max-w-lg">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg
          role="group"
          aria-label={label}
          aria-describedby={hintId}
          viewBox={`0 0 ${width} ${height}`}
          className="block h-auto w-full"
          onPointerLeave={() => setActive(null)}
        >
          {seated.map((seat, index) => {
            const spot = spots[index]
            return (
              spot && (
                // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a seat is a picture that can be looked at
                <g
                  key={seat.key}
                  role="img"
                  aria-label={seat.label}
                  tabIndex={index === tabStop ? 0 : -1}
                  transform={`translate(${spot.x} ${spot.y}) scale(${scale})`}
                  className="group outline-none"
                  onFocus={() => {
                    setStop(index)
                    setActive(seat.key)
                  }}
                  onBlur={() => setActive(null)}
                  onKeyDown={move}
                  onPointerEnter={() => setActive(seat.key)}
                >
                  <circle
                    r={seatRadius + 3}
                    className={`fill-none stroke-2 group-focus-visible:stroke-[var(--focus)] group-hover:stroke-[var(--focus)] ${seat.own ? 'stroke-ink' : 'stroke-transparent'}`}
                  />
                  <SeatMark look={seat.look} />
                </g>
              )
            )
          })}
        </svg>
        <p
          aria-hidden
          className="pointer-events-none absolute inset-x-[31%] bottom-[2%] flex h-[26%] items-end justify-center text-center leading-tight"
        >
          {named ? (
            <span className="text-xs font-medium sm:text-sm">{named.label}</span>
          ) : (
            <span className="text-lg font-semibold whitespace-nowrap tabular-nums sm:text-xl">{centre}</span>
          )}
        </p>
      </div>
      <figcaption>
        <ul className="mt-4 flex flex-wrap justify-center gap-x-5 gap-y-2 text-sm">
          {legend.map(({ look, label: name }) => (
            <li key={look} className="flex items-center gap-2">
              <svg aria-hidden="true" viewBox="-21 -21 42 42" className="size-5 shrink-0">
                <SeatMark look={look} />
              </svg>
              <span className="tabular-nums">
                {name}: {seats.filter(seat => seat.look === look).length}
              </span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** For is a plus, against a minus, an abstention a ring, a vote not yet told a dot, none an empty dashed place. */
function SeatMark({ look }: { look: SeatLook }) {
  const fill = {
    yes: 'fill-kept stroke-kept',
    no: 'fill-late stroke-late',
    abstain: 'fill-shade stroke-edge',
    voted: 'fill-accent stroke-accent',
    none: 'fill-transparent stroke-edge',
    waiting: 'fill-transparent stroke-edge',
  }[look]
  const dashed = look === 'none' || look === 'waiting'
  return (
    <>
      <circle
        r={seatRadius}
        strokeWidth={1.5}
        strokeDasharray={dashed ? '4 4' : undefined}
        className={fill}
      />
      {look === 'yes' && <path d="M-7 0H7M0 -7V7" strokeWidth={3.5} className="stroke-paper" />}
      {look === 'no' && <path d="M-7 0H7" strokeWidth={3.5} className="stroke-paper" />}
      {look === 'abstain' && <circle r={6} strokeWidth={3} className="fill-none stroke-ink" />}
      {look === 'voted' && (
        <path d="M-7 0.5L-2 5.5L7 -5" strokeWidth={3.5} className="fill-none stroke-on-accent" />
      )}
    </>
  )
}
