/**
 * What happens by the clock: polls whose time is over are closed, sessions that are over removed. Each task asks the
 * database what is due, so nothing is missed when no process ran at that minute, and several processes may do it at once.
 */
import type { Services } from '../graphql/context.ts'
import { readBusyLogs } from '../graphql/documents/reading.ts'
import type { Sessions } from '../graphql/people/sessions.ts'
import { closeDuePolls } from '../graphql/polls/close.ts'
import type { Logger } from './logger.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

interface Task {
  name: string
  everyMs: number
  run(): Promise<unknown>
}

export function startClockwork(services: Services, sessions: Sessions, logger: Logger): () => Promise<void> {
  const tasks: Task[] = [
    { name: 'close polls that are due', everyMs: 5 * second, run: () => closeDuePolls(services) },
    { name: 'read busy logs', everyMs: minute, run: () => readBusyLogs(services.database) },
    { name: 'clear sessions', everyMs: hour, run: () => sessions.clear() },
  ]
  const timers = tasks.map(task => repeat(task, logger))
  return async () => {
    await Promise.all(timers.map(stop => stop()))
  }
}

/** Runs the task now and again after each end; a failure is logged and the next turn tries again. */
function repeat(task: Task, logger: Logger): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = () => {
    running = task
      .run()
      .then(() => undefined)
      .catch(failure => logger.error({ err: failure, task: task.name }, 'a task by the clock failed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, task.everyMs)
      })
  }
  turn()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
