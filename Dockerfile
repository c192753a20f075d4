# The simulator in a container: `docker build -t kakao-sync-simulator .`
# It listens on every address of the container, so it asks for an operator secret (KAKAO_SYNC_OPERATOR_SECRET); state is in /data, or in KAKAO_SYNC_STORE.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json rolldown.config.js ./
COPY src src
COPY data/seed data/seed
RUN npm run build && npm prune --omit=dev

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    KAKAO_SYNC_HOST=0.0.0.0 \
    KAKAO_SYNC_DATA=/data \
    KAKAO_SYNC_PARTNER=false
WORKDIR /app
COPY LICENSE package.json ./
COPY data/seed data/seed
COPY views views
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 5252
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://localhost:5252/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/main.js"]
