import { type NodeJson, storedNode } from '../../packages/document/content.ts'
import { type OutlineEntry, outlineKinds, outline as outlineOf } from '../../packages/document/outline.ts'
import { builder } from '../builder.ts'

const OutlineKind = builder.enumType('OutlineKind', { values: outlineKinds })

/** A line of a text's outline, as the API shows it. */
export const Outline = builder.objectRef<OutlineEntry>('OutlineEntry').implement({
  description: 'A heading of a text, or a block that stands under one.',
  fields: t => ({
    blockId: t.exposeString('blockId', {
      nullable: true,
      description: 'Its block: `#p-` before it makes the fragment of an address.',
    }),
    kind: t.expose('kind', { type: OutlineKind }),
    depth: t.exposeInt('depth', { description: 'From 0.' }),
    text: t.exposeString('text', { description: 'The heading, or the first words of the block.' }),
  }),
})

export const outline = (json: NodeJson) => outlineOf(storedNode(json))
