export {
  addCalendarDays,
  addWorkingDays,
  type Counting,
  type CountingOptions,
  isWorkingDay,
  nextWorkingDay,
  type OnClosedDay,
  workingDaysBetween,
} from './calendar/counting.ts'
export {
  calendarDate,
  daysBetween,
  type LegalDate,
  legalDate,
  type Precision,
  parseLegalDate,
} from './calendar/date.ts'
export { type Holiday, legalHolidays, orthodoxEaster } from './calendar/holidays.ts'
export { fold } from './fold.ts'
