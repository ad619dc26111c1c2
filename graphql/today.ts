const calendar = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Bucharest',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day that the calendar shows in Romania at `now`, as legal dates are kept: UTC midnight. */
export function today(now: Date): Date {
  return new Date(`${calendar.format(now)}T00:00:00Z`)
}

/** The instant at which a legal date is over: the next midnight in Romania. */
export function endOf(day: Date): Date {
  const next = daysAfter(day, 1).getTime()
  // Romania is 2 or 3 hours ahead of UTC, and moves its clocks at 3 or 4 in the morning: every midnight is there once.
  const summer = new Date(next - 3 * 3_600_000)
  return today(summer).getTime() === next ? summer : new Date(next - 2 * 3_600_000)
}

/** The legal date so many days after `day` (before it when negative). */
export function daysAfter(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000)
}
