import { ApiProblem, problemSchema } from '@continuo/contract';
import type { Connection } from '../connect.ts';

/** GET that throws the server's own account when it refuses. */
export async function download(connection: Connection, url: string): Promise<Response> {
  const reply = await connection.fetch(url);
  if (reply.ok) return reply;
  throw new ApiProblem(problemSchema.parse(await reply.json()));
}
