import type { JourneyContract } from '@continuo/core';
import { Problem } from '@continuo/core';
import { problemText } from '@continuo/journeyfile';
import { type ImportFormat, importJourney } from '@continuo/journeyfile/node';

/** A file in a body: text, or base64 of its bytes. */
export interface FileBody {
  readonly format: ImportFormat;
  readonly text: string;
  readonly encoding: 'text' | 'base64';
}

/** The map in a file. Throws `input.invalid` with every problem of the file, a line each. */
export async function readFile({ format, text, encoding }: FileBody): Promise<JourneyContract> {
  const read = await importJourney(encoding === 'base64' ? Buffer.from(text, 'base64') : text, format);
  if (read.ok) return read.value;
  throw new Problem('input.invalid', read.problems.map(problemText).join('\n'), {
    details: { problems: read.problems.length },
  });
}
