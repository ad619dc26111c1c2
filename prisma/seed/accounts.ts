/** The demonstration's accounts: one a role, named by role, because we invent no person. */

import type { FederationRole, MandateRole } from '../generated/client/enums.ts'
import { seedOrganisations } from './organisations.ts'

/** Known to everybody, and only ever in a database marked as demonstration. */
export const demoPassword = 'protect-demo-2026'

export interface DemoAccount {
  id: string
  email: string
  name: string
  roleRo: string
  roleEn: string
  federationRole: FederationRole | null
  /** `organisationId` is one of prisma/seed/organisations.ts. */
  mandates: readonly { organisationId: string; role: MandateRole }[]
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    id: 'per_secretariat',
    email: 'secretariat@protect.example',
    name: 'Secretariat ProTECT',
    roleRo: 'Secretariat',
    roleEn: 'Secretariat',
    federationRole: 'secretariat',
    mandates: [{ organisationId: 'org_eliberare', role: 'drafter' }],
  },
  {
    id: 'per_delegate_eliberare',
    email: 'delegat@eliberare.example',
    name: 'Delegat eLiberare',
    roleRo: 'Delegat, eLiberare',
    roleEn: 'Delegate, eLiberare',
    federationRole: null,
    mandates: [{ organisationId: 'org_eliberare', role: 'delegate' }],
  },
  {
    id: 'per_delegate_bacau',
    email: 'delegat@bacau.example',
    name: 'Delegat Bacău',
    roleRo: 'Delegat, Organizația Bacău (demo)',
    roleEn: 'Delegate, Organizația Bacău (demo)',
    federationRole: null,
    mandates: [{ organisationId: 'org_bacau', role: 'delegate' }],
  },
  {
    id: 'per_deputy_bacau',
    email: 'supleant@bacau.example',
    name: 'Supleant Bacău',
    roleRo: 'Supleant, Organizația Bacău (demo)',
    roleEn: 'Deputy, Organizația Bacău (demo)',
    federationRole: null,
    mandates: [{ organisationId: 'org_bacau', role: 'deputy' }],
  },
  {
    id: 'per_drafter_brasov',
    email: 'redactor@brasov.example',
    name: 'Redactor Brașov',
    roleRo: 'Redactor, Organizația Brașov (demo)',
    roleEn: 'Drafter, Organizația Brașov (demo)',
    federationRole: null,
    mandates: [{ organisationId: 'org_brasov', role: 'drafter' }],
  },
  {
    id: 'per_observer_cluj',
    email: 'observator@cluj.example',
    name: 'Observator Cluj',
    roleRo: 'Observator, Organizația Cluj (demo)',
    roleEn: 'Observer, Organizația Cluj (demo)',
    federationRole: null,
    mandates: [{ organisationId: 'org_cluj', role: 'observer' }],
  },
  {
    id: 'per_auditor',
    email: 'cenzor@protect.example',
    name: 'Cenzor ProTECT',
    roleRo: 'Cenzor',
    roleEn: 'Auditor',
    federationRole: 'auditor',
    mandates: [],
  },
  {
    id: 'per_guest',
    email: 'invitat@expert.example',
    name: 'Expert invitat',
    roleRo: 'Invitat la un text',
    roleEn: 'Guest of one text',
    federationRole: null,
    mandates: [],
  },
]

/** So that all 23 can vote: a delegate for each organisation that has none above. */
export const otherDelegates: readonly DemoAccount[] = seedOrganisations
  .filter(
    ({ id }) =>
      !demoAccounts.some(account =>
        account.mandates.some(m => m.organisationId === id && m.role === 'delegate'),
      ),
  )
  .map(({ id, county, name }) => ({
    id: id.replace('org_', 'per_delegate_'),
    email: `delegat@${id.replace('org_', '')}.example`,
    name: `Delegat ${county}`,
    roleRo: `Delegat, ${name}`,
    roleEn: `Delegate, ${name}`,
    federationRole: null,
    mandates: [{ organisationId: id, role: 'delegate' }],
  }))
