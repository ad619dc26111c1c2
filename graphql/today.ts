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

/** The legal date so many days after `day` (before it when negative). */
export function daysAfter(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000)
}
