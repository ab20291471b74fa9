import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard error; events are `noun.verb`. Paths that may hold secrets or personal data are never printed. */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      redact: {
        paths: ['req.headers.authorization', 'req.headers.cookie', '*.token', '*.password', '*.url'],
        remove: true,
      },
    },
    pino.destination(2),
  );
}
