# The image brings its own Node 24, so the npm package `node` that serves npm scripts elsewhere is left out of the last stage.
FROM node:24-bookworm-slim AS build
WORKDIR /platform
COPY package.json package-lock.json .npmrc ./
COPY scripts/generate.mjs scripts/generate.mjs
COPY prisma/schema prisma/schema
COPY prisma.config.ts tsconfig.json ./
COPY graphql/schema.graphql graphql/schema.graphql
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /platform
COPY --from=build --chown=node:node /platform/package.json ./
COPY --from=build --chown=node:node /platform/node_modules node_modules
COPY --from=build --chown=node:node /platform/build build
COPY --from=build --chown=node:node /platform/app app
COPY --from=build --chown=node:node /platform/graphql graphql
COPY --from=build --chown=node:node /platform/packages packages
COPY --from=build --chown=node:node /platform/prisma prisma
COPY --from=build --chown=node:node /platform/server server
COPY --from=build --chown=node:node /platform/server.ts ./
USER node
EXPOSE 3000
CMD ["node", "server.ts"]
