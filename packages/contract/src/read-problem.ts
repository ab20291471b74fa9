/** RFC 9457 problem details. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId?: string | undefined;
}

/**
 * The problem in a reply, the rest of it left out; null when it holds none. Written out, not parsed with `problemSchema`:
 * every page of the app needs it before it can show, and zod alone would be 26 kB of that.
 */
export function readProblem(reply: unknown): ProblemDetails | null {
  if (typeof reply !== 'object' || reply === null) return null;
  const { type, title, status, detail, code, requestId } = reply as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || typeof title !== 'string' || typeof detail !== 'string') return null;
  if (typeof status !== 'number' || typeof code !== 'string') return null;
  if (requestId === undefined) return { type, title, status, detail, code };
  return typeof requestId === 'string' ? { type, title, status, detail, code, requestId } : null;
}
