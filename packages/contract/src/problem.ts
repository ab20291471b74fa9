import { z } from 'zod';
import type { ProblemDetails } from './read-problem.ts';

/** RFC 9457 problem details, as `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
}) satisfies z.ZodType<ProblemDetails>;
