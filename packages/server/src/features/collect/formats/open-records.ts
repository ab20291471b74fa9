import type { ImportFormat } from '@continuo/contract';
import { openCsv } from './csv.ts';
import { joinFeedback } from './join-feedback.ts';
import { openNdjson } from './ndjson.ts';
import { openOcel } from './ocel.ts';
import type { RecordReader } from './record.ts';
import type { Encoding } from './text-encoding.ts';
import { openXes } from './xes.ts';
import { openXlsx } from './xlsx.ts';

export interface OpenOptions {
  readonly encoding?: Encoding | undefined;
  /** OCEL: the type to flatten on; null takes the one that looks most like a customer. */
  readonly objectType: string | null;
}

/** Opens a file in the given format; feedback records as the answers they are fields of. Throws `import.unreadable` when it is not that. */
export async function openRecords(path: string, format: ImportFormat, options: OpenOptions): Promise<RecordReader> {
  switch (format) {
    case 'csv':
      return joinFeedback(await openCsv(path, { encoding: options.encoding }));
    case 'tsv':
      return joinFeedback(await openCsv(path, { encoding: options.encoding, hint: '\t' }));
    case 'ndjson':
      return joinFeedback(await openNdjson(path, options.encoding));
    case 'xes':
      return openXes(path);
    case 'ocel':
      return openOcel(path, options.objectType);
    case 'xlsx':
      return joinFeedback(await openXlsx(path));
  }
}
