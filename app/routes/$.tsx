import { RouteError } from '../components/route-error.tsx'
import { titled } from '../i18n/page-title.ts'

export const meta = titled('common:error.notFound.title')

/** Every address that no page answers to. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export function action() {
  throw new Response(null, { status: 404 })
}

export default RouteError
export { RouteError as ErrorBoundary }
