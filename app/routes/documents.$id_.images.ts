import type { ActionFunctionArgs } from '@remix-run/node'
import { statusOf } from '../answered.server.ts'
import { graphql } from '../graphql.ts'
import { RefusalFields } from '../refused.ts'

const AddImage = graphql(
  `
  mutation AddImage($input: AddImageInput!) {
    addImage(input: $input) {
      __typename
      ... on DocumentImage {
        src
        width
        height
      }
      ...RefusalFields
    }
  }
`,
  [RefusalFields],
)

/** Nothing to read here: each picture has an address of its own. */
export function loader() {
  throw new Response(null, { status: 404 })
}

/**
 * Takes the bytes of a picture as the body of the request (`docs/decisions/008`) and answers its address, or why it was
 * not taken, as JSON: it is the editor that asks.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') throw new Response(null, { status: 405, headers: { Allow: 'POST' } })
  const bytes = Buffer.from(await request.arrayBuffer()).toString('base64')
  const { addImage } = await context.mutate(AddImage, { input: { documentId: params.id ?? '', bytes } })
  if (addImage.__typename === 'DocumentImage') {
    const { src, width, height } = addImage
    return Response.json({ src, width, height }, { status: 201 })
  }
  return Response.json({ message: addImage.message }, { status: statusOf(addImage) })
}
