import { Problem } from '@continuo/core';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { headOf, openBytes } from './byte-source.ts';
import type { RawRow, RecordReader } from './record.ts';
import { decodeChunks, detectEncoding } from './text-encoding.ts';
import { XesLog } from './xes-log.ts';

/**
 * Opens a XES log (IEEE 1849). Event attributes keep their keys; those of the trace are prefixed `case:`; attributes inside
 * attributes become dotted names. Values that the log declares as global defaults fill in for missing ones, but never for
 * the time and the name of an event, and never placeholders such as UNKNOWN.
 * Throws `import.unreadable` for XML that is not whole or that declares entities.
 */
export async function openXes(path: string): Promise<RecordReader> {
  const head = await headOf(path, 64 * 1024);
  const facts = detectEncoding(head);
  const declared = /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head.subarray(0, 200).toString('latin1'))?.[1];
  const isLatin = /^(iso-8859-1|windows-1252|latin1)$/i.test(declared ?? '');
  const encoding = facts.encoding === 'utf-8' && isLatin ? 'windows-1252' : facts.encoding;
  const source = await openBytes(path);
  const log = new XesLog();
  return {
    columns: log.columns,
    hasHeader: false,
    warnings: [],
    recognised: null,
    objectTypes: [],
    objectType: null,
    timeZone: null,
    position: source.position,
    batches: rowsOf(decodeChunks(source.chunks, encoding), log),
  };
}

async function* rowsOf(texts: AsyncIterable<string>, log: XesLog): AsyncGenerator<RawRow[]> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', (error) => {
    throw broken(parser.line, error.message);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) {
      throw new Problem(
        'import.unreadable',
        `The file declares XML entities (line ${parser.line}), which can be used to attack the reader; it was refused. ` +
          'Nothing was kept. Export the log without a DOCTYPE.',
      );
    }
  });
  let isLog = false;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (!isLog) {
      if (tag.name !== 'log') throw broken(parser.line, `the first element is <${tag.name}>, not <log>`);
      isLog = true;
    }
    log.open(tag.name, tag.attributes, parser.line);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => log.close(tag.name));
  for await (const text of texts) {
    parser.write(text);
    yield log.take();
  }
  parser.close();
  if (!isLog) throw broken(1, 'there is no <log> in it');
  yield log.take();
}

function broken(line: number, what: string): Problem {
  const plain = what.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  return new Problem(
    'import.unreadable',
    `The XML cannot be read at line ${line}: ${plain}. Nothing was kept. Send the file again, whole.`,
    { details: { line } },
  );
}
