import type { Period, Stage } from '../stage.ts'

/** Laws and simple ordinances; a text may state a later day, which then stands beside the computed one. */
export const enterIntoForceAfterThreeDays: Period = {
  key: 'in_force',
  name: { ro: 'Intrare în vigoare', en: 'Entry into force' },
  to: 'in_force',
  days: 3,
  unit: 'calendar',
  counting: 'first_day_not_counted',
  onClosedDay: 'stays',
  bound: 'effect',
  source: 'Constituția, art. 78; Legea 24/2000, art. 12 alin. (1)',
  confirmed: true,
}

export const rejected: Stage = {
  key: 'rejected',
  name: { ro: 'Respins', en: 'Rejected' },
  next: [],
  end: true,
}

export const withdrawn: Stage = {
  key: 'withdrawn',
  name: { ro: 'Retras', en: 'Withdrawn' },
  next: [],
  end: true,
}

export const lapsed: Stage = {
  key: 'lapsed',
  name: { ro: 'Încetat', en: 'Lapsed' },
  next: [],
  end: true,
}
