/** In demonstration mode, and only there, the sign-in page offers the accounts whose password everybody knows. */
import { type DemoAccount, demoAccounts, demoPassword } from '../../prisma/seed/accounts.ts'
import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'

const DemonstrationAccountType = builder.objectRef<DemoAccount>('DemonstrationAccount').implement({
  fields: t => ({
    email: t.exposeString('email'),
    password: t.string({ resolve: () => demoPassword }),
    role: t.string({
      description: 'Whose part it plays, in the viewer’s language.',
      resolve: ({ roleRo, roleEn }, _args, { locale }) => inLanguage(locale, roleRo, roleEn),
    }),
  }),
})

builder.queryField('demonstrationAccounts', t =>
  t.field({
    description: 'One account a role; none outside of the demonstration.',
    type: [DemonstrationAccountType],
    resolve: (_root, _args, { settings }) => (settings.demo ? [...demoAccounts] : []),
  }),
)
