import type { z } from 'zod';

/**
 * What is wrong with an input, a sentence a finding, in words for people: “name” may have 100 characters at most.
 * Findings without words of ours keep those of the schema, behind the place they are about.
 */
export function invalidWords({ issues }: z.ZodError): string {
  return issues.map((issue) => sentence(issue)).join(' ');
}

function sentence(issue: z.core.$ZodIssue): string {
  const place = issue.path.length === 0 ? 'The input' : `“${issue.path.join('.')}”`;
  if ('origin' in issue && issue.origin === 'string') {
    if (issue.code === 'too_big') return `${place} may have ${issue.maximum} characters at most.`;
    if (issue.code === 'too_small')
      return issue.minimum === 1
        ? `${place} may not be empty.`
        : `${place} needs ${issue.minimum} characters at least.`;
  }
  return `${place}: ${issue.message}.`;
}
