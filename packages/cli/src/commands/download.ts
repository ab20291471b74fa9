import { ApiProblem, problemSchema } from '@continuo/contract';

/** GET that throws the server's own account when it refuses. */
export async function download(url: string): Promise<Response> {
  const reply = await fetch(url);
  if (reply.ok) return reply;
  throw new ApiProblem(problemSchema.parse(await reply.json()));
}
