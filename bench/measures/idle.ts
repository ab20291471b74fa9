import { startOwnServer } from '../sides/own-server.ts';

/** Resident memory of the started server, at rest; or why it was not measured. */
export type Idle = { readonly mb: number } | { readonly notMeasured: string };

/** After the first page: what start-up needed has been given back. */
const REST_MS = 5_000;

/** Starts the built server on an empty folder, asks for one page, lets it rest, and reads its memory. */
export async function measureIdle(): Promise<Idle> {
  const server = await startOwnServer();
  if (typeof server === 'string') return { notMeasured: server };
  try {
    await fetch(server.url);
    await fetch(`${server.url}/api/v1/overview`);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    return { mb: server.residentMb() };
  } finally {
    await server.stop();
  }
}
