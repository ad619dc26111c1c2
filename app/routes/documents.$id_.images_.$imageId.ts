import type { LoaderFunctionArgs } from '@remix-run/node'
import { graphql } from '../graphql.ts'

const ShownImage = graphql(`
  query ShownImage($id: ID!) {
    node(id: $id) {
      ... on DocumentImage {
        mime
        bytes
        document {
          id
        }
      }
    }
  }
`)

/**
 * A picture of a text, for whoever may read the text; for anybody else there is none. It never changes, so a browser
 * may keep it, each session its own (`Vary: Cookie`). Whatever the bytes say, they run nothing and are no page.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { node } = await context.query(ShownImage, { id: params.imageId ?? '' })
  if (!node || !('bytes' in node) || node.document.id !== params.id)
    throw new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })
  return new Response(Buffer.from(node.bytes, 'base64'), {
    headers: {
      'Content-Type': node.mime,
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, max-age=31536000, immutable',
      Vary: 'Cookie',
    },
  })
}
