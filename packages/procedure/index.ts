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
export { type ComputedDate, computedDates, endOf } from './deadlines.ts'
export { fold } from './fold.ts'
export {
  type Identifier,
  type IdentifierKind,
  identifierKinds,
  normaliseIdentifier,
  parseIdentifier,
  printIdentifier,
  searchKey,
} from './identifiers/identifier.ts'
export {
  type Bound,
  type Circumstance,
  circumstances,
  type DossierFacts,
  type Name,
  type Period,
  type Procedure,
  type ProcedureKey,
  procedureKeys,
  type Stage,
} from './stage.ts'
export { type StageMark, type StageState, stageLine } from './stage-line.ts'
export {
  currentStage,
  inOrder,
  type NextStage,
  nextStages,
  procedures,
  type Step,
  stage,
} from './steps.ts'
