/** This process's environment for a child of the tests, with nothing of this machine's own settings of Roundtable. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const {
    PORT: _p,
    HOST: _h,
    APP_URL: _a,
    DATA_DIR: _d,
    DATABASE_URL: _u,
    DATABASE_APP_URL: _v,
    ...rest
  } = process.env;
  const { SMTP_URL: _s, MAIL_FROM: _m, SAMPLE: _x, NODE_ENV: _n, ...env } = rest;
  return { ...env, NEXT_TELEMETRY_DISABLED: '1' } as unknown as NodeJS.ProcessEnv;
}
