/** What a subscription hears, for as long as its viewer may. */
import { Repeater } from 'graphql-yoga'
import type { Context } from './context.ts'
import { currentViewer } from './people/current-viewer.ts'
import type { Viewer } from './people/viewer.ts'

/**
 * One event now and one at each announcement about `subjects`. Before each it asks anew who the viewer is (a session
 * may end, a person be disabled, a mandate run out meanwhile), sets `context.viewer`, and ends when `sees` says no.
 * Resolvers read the rows again. A client that leaves ends it at once, also between two announcements.
 */
export function watch(
  context: Context,
  subjects: readonly string[],
  sees: (viewer: Viewer) => Promise<boolean> | boolean,
): AsyncIterable<void> {
  return new Repeater<void>(async (push, stop) => {
    const announcements = context.changes.of(...subjects)[Symbol.asyncIterator]()
    void stop.then(() => announcements.return?.())
    for (;;) {
      // Asked for before the rows are read, so that no change falls between the two.
      const next = announcements.next()
      context.viewer = await currentViewer(context)
      if (!(await sees(context.viewer))) break
      await push()
      if ((await next).done) break
    }
    stop()
  })
}
