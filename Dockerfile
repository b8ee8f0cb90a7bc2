# Both stages start from it. Pin it to the digest that you have tested: docs/self-hosting.md, "The image".
ARG NODE_IMAGE=node:24-slim

# The image's files are the same for each processor, so the builder's own makes them.
FROM --platform=$BUILDPLATFORM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run image -- /image && npm run --silent sbom > /image/sbom.cdx.json && mkdir /data

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/playhead.db
# There may be no /tmp that can be written.
ENV SQLITE_TMPDIR=/data
WORKDIR /app
COPY --from=build /image ./
COPY --from=build --chown=node:node /data /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["bash", "deploy/healthcheck.sh"]
CMD ["node", ".next/door/serve.mjs"]
