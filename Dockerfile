# The same commands as on any machine. The database is a container of its own: see compose.yaml.
FROM node:24-bookworm-slim

RUN install -d -o node -g node -m 755 /app && install -d -o node -g node -m 700 /data
USER node
WORKDIR /app

# What is installed changes less often than what is built.
COPY --chown=node:node package.json package-lock.json .npmrc prisma.config.ts ./
COPY --chown=node:node prisma/schema.prisma prisma/
COPY --chown=node:node scripts/run.mjs scripts/
COPY --chown=node:node scripts/run scripts/run
RUN node scripts/run.mjs install

COPY --chown=node:node . .
RUN node scripts/run.mjs build

ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/run.mjs", "start", "--public"]
