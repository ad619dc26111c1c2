import type { LoaderFunctionArgs } from '@remix-run/node'
import { graphql } from '../graphql.ts'

const VersionExport = graphql(`
  query VersionExport($id: ID!, $number: Int!) {
    position(id: $id) {
      document {
        version(number: $number) {
          canonicalText
        }
      }
    }
  }
`)

/** The frozen text as a file whose SHA-256 is the version's hash: nothing is added to it, not even a line's end. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id = '', number = '' } = params
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new Response(null, { status: 404 })
  const { position } = await context.query(VersionExport, { id, number: Number(number) })
  const version = position?.document.version
  if (!version) throw new Response(null, { status: 404 })
  return new Response(version.canonicalText, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}-${number}.json"`,
    },
  })
}
