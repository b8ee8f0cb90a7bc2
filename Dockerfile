FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node lib/cli/start.mjs --build-only \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf .next/cache

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/playhead.db
WORKDIR /app
COPY --from=build /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["bash", "deploy/healthcheck.sh"]
CMD ["node", "lib/cli/serve.mjs"]
