/** Who may import whom: docs/architecture.md draws the same rooms. `npm run rules` checks it; a test breaks each rule on purpose. */

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'app-asks-the-api',
      'Pages ask GraphQL documents; they never touch the database, a resolver or the server.',
      { path: '^app/' },
      { path: '^(graphql|prisma|server|scripts|tests|server\\.ts)(/|$)' },
    ),
    forbid(
      'api-stands-on-data-and-rules',
      'The API may import the database and the packages, nothing above it.',
      { path: '^graphql/' },
      { path: '^(app|server|scripts|tests|server\\.ts)(/|$)' },
    ),
    forbid(
      'data-knows-nothing-above',
      'The database client, migrations and seed import only packages.',
      { path: '^prisma/' },
      { path: '^(app|graphql|server|scripts|tests|server\\.ts)(/|$)' },
    ),
    forbid(
      'packages-know-nothing-of-the-project',
      'Rules and engines import nothing of the project but packages.',
      { path: '^packages/' },
      { path: '^(app|graphql|prisma|server|scripts|tests|server\\.ts)(/|$)' },
    ),
    forbid(
      'packages-stand-alone',
      'A package imports no other package.',
      { path: '^packages/([^/]+)/', pathNot: '^packages/live/' },
      { path: '^packages/', pathNot: '^packages/$1/' },
    ),
    forbid(
      'live-knows-only-documents',
      'Live editing imports packages/document and talks to the rest through its ports.',
      { path: '^packages/live/' },
      { path: '^packages/', pathNot: '^packages/(live|document)/' },
    ),
    forbid(
      'rules-run-in-a-browser',
      'Voting, procedure and document run in a browser too: no Node modules.',
      { path: '^packages/(voting|procedure|document)/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'no-circles',
      'Two files that run each other are one file; types alone may refer back.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|build|node_modules)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
