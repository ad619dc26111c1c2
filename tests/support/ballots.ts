/** Casts a ballot over HTTP as another program would: signs in at the API, keeps the cookie, sends the mutation. */
import { demoPassword } from '../../prisma/seed/accounts.ts'

async function ask(url: string, cookie: string, query: string, variables: object) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown }
  if (data === undefined || errors !== undefined)
    throw new Error(`The API answered ${response.status}: ${JSON.stringify(errors)}`)
  return { data, cookie: (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' }
}

export async function castAs(
  url: string,
  email: string,
  pollId: string,
  organisationId: string,
  choice: 'yes' | 'no' | 'abstain',
): Promise<void> {
  const { cookie } = await ask(
    url,
    '',
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input: { email, password: demoPassword } },
  )
  const { data } = await ask(
    url,
    cookie,
    `mutation ($pollId: ID!, $organisationId: ID!, $choice: BallotChoice!) {
      castBallot(pollId: $pollId, organisationId: $organisationId, choice: $choice) {
        __typename ... on Refusal { code message } } }`,
    { pollId, organisationId, choice },
  )
  const answer = data.castBallot as { __typename: string }
  if (answer.__typename === 'Refusal') throw new Error(`The ballot was refused: ${JSON.stringify(answer)}`)
}
