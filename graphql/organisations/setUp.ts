/** An empty federation is set up once, by whoever holds the link that the first start printed. */
import { z } from 'zod'
import { exampleRules, uncheckedArticle } from '../../prisma/seed/statute-rules.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { type Context, inTransaction } from '../context.ts'
import { email, line, password, read } from '../input.ts'
import { enter, viewerPerson } from '../people/enter.ts'
import { openLink, useLink } from '../people/links.ts'
import { hashPassword } from '../people/passwords.ts'
import { LanguageEnum } from '../people/types.ts'
import { stranger } from '../people/viewer.ts'
import { Refusal } from '../refusal.ts'
import { today } from '../today.ts'

const SetUpFederationInput = builder.inputType('SetUpFederationInput', {
  fields: t => ({
    secret: t.string({ required: true }),
    federationName: t.string({ required: true }),
    organisationName: t.string({ required: true }),
    organisationShortName: t.string({ required: true }),
    county: t.string({ required: true }),
    personName: t.string({ required: true }),
    email: t.string({ required: true }),
    password: t.string({ required: true }),
    language: t.field({ type: LanguageEnum, required: true }),
    exampleRules: t.boolean({
      required: true,
      description: 'Begin with example rules, each marked as to be checked against the statute.',
    }),
  }),
})

const shape = z.object({
  secret: z.string(),
  federationName: line(120),
  organisationName: line(200),
  organisationShortName: line(60),
  county: line(60),
  personName: line(120),
  email: email(),
  password: password(),
  language: z.enum(['ro', 'en'], 'required'),
  exampleRules: z.boolean(),
})

/**
 * Writes the federation, its first organisation and its first person, who is of the secretariat and votes for the
 * organisation. A link is used up by one statement and the federation has one row at most, so of two at once one is
 * refused.
 */
async function setUpFederation(context: Context, input: unknown): Promise<string> {
  const values = read(shape, input)
  if ((await openLink(context, values.secret)) === null) throw new Refusal('link_expired')
  const passwordHash = await hashPassword(values.password)
  const person = await inTransaction(context, async tx => {
    await useLink(tx, context, values.secret, 'setup')
    const { count } = await tx.federation.createMany({
      data: { name: values.federationName, setUpAt: context.now() },
      skipDuplicates: true,
    })
    if (count === 0) throw new Refusal('link_expired')
    const day = today(context.now())
    const organisation = await tx.organisation.create({
      data: {
        name: values.organisationName,
        shortName: values.organisationShortName,
        county: values.county,
        joinedOn: day,
      },
    })
    const account = await tx.person.create({
      data: {
        name: values.personName,
        email: values.email,
        passwordHash,
        language: values.language,
        federationRole: 'secretariat',
        mandates: { create: { organisationId: organisation.id, role: 'delegate', startsOn: day } },
      },
      select: viewerPerson,
    })
    if (values.exampleRules)
      await tx.statuteRule.createMany({
        data: exampleRules.map(({ id: _, ...rule }) => ({
          ...rule,
          article: uncheckedArticle,
          validFrom: day,
        })),
      })
    await record(tx, { viewer: { ...stranger, person: account } }, 'federation.set_up', 'federation', {
      organisationId: organisation.id,
    })
    return account
  })
  await enter(context, person)
  return person.id
}

builder.mutationField('setUpFederation', t =>
  t.prismaField({
    type: 'Person',
    errors: {},
    args: { input: t.arg({ type: SetUpFederationInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await setUpFederation(context, input)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
