/** The whole API: every concept adds its types and commands to the builder, then the schema is built once. */
import './people/types.ts'
import './people/demonstration.ts'
import './people/commands.ts'
import './organisations/types.ts'
import './dossiers/types.ts'
import './documents/types.ts'
import './positions/types.ts'
import './polls/types.ts'
import './meetings/types.ts'
import './notifications/types.ts'
import './notifications/commands.ts'
import { builder } from './builder.ts'

export const schema = builder.toSchema()
