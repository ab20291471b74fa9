import { useState } from 'react';
import { buttonClass } from '../../../ui/button.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import styles from './new-map.module.css';

const WORDS = JOURNEYS_WORDS.make;
const FORMATS = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  ojf: 'ojf',
  csv: 'csv',
  tsv: 'tsv',
  xlsx: 'xlsx',
  mmd: 'mermaid',
  mermaid: 'mermaid',
} as const;

export interface MapFile {
  readonly format: (typeof FORMATS)[keyof typeof FORMATS];
  readonly text: string;
  readonly encoding: 'text' | 'base64';
}

/** Takes a map from a file; what is in it is read by the server, which says what it cannot read. */
export function FromFile({
  file,
  onFile,
}: {
  readonly file: MapFile | null;
  readonly onFile: (file: MapFile | null) => void;
}) {
  const [name, setName] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    const ending = chosen.name.split('.').at(-1)?.toLowerCase() ?? '';
    const format = Object.hasOwn(FORMATS, ending) ? FORMATS[ending as keyof typeof FORMATS] : null;
    setName(chosen.name);
    setUnknown(format === null);
    if (format === null) onFile(null);
    else if (format === 'xlsx') onFile({ format, text: base64(await chosen.arrayBuffer()), encoding: 'base64' });
    else onFile({ format, text: await chosen.text(), encoding: 'text' });
  };
  return (
    <div className={styles.file}>
      <p className="meta">{WORDS.fileSays}</p>
      <label className={styles.choose}>
        <span className={buttonClass()}>{WORDS.choose}</span>
        <input
          type="file"
          accept={Object.keys(FORMATS)
            .map((ending) => `.${ending}`)
            .join(',')}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      {file && <p>{WORDS.chosen(name)}</p>}
      {isUnknown && <p role="alert">{WORDS.unknown}</p>}
    </div>
  );
}

function base64(bytes: ArrayBuffer): string {
  let text = '';
  // In pieces, because a function takes only so many arguments.
  const all = new Uint8Array(bytes);
  for (let at = 0; at < all.length; at += 8192) text += String.fromCharCode(...all.subarray(at, at + 8192));
  return btoa(text);
}
