import type { JourneyFormat } from '@continuo/contract';
import type { MapLayer } from '@continuo/diagram';
import type { AskScope } from '../../../api/hooks.ts';

export type MapExport = 'svg' | 'png' | 'csv' | 'pdf-a4' | 'pdf-a3' | 'pdf-long' | JourneyFormat;

interface Exported {
  readonly key: string;
  /** Newest published one; null: only a draft. */
  readonly version: number | null;
  readonly scope: AskScope;
  readonly layer: MapLayer;
  readonly theme: 'light' | 'dark';
}

const ENDINGS: Readonly<Record<string, string>> = { mermaid: 'mmd' };

/** Which route gives a map in this form, what it is asked, and what the file is called. PDF is always light: it is printed. */
export function exportOf(format: MapExport, { key, version, scope, layer, theme }: Exported) {
  const [kind = '', page] = format.split('-');
  if (['svg', 'png', 'pdf'].includes(kind) || kind === 'csv') {
    const query = {
      ...{ format: kind, layer, page: page ?? 'long', theme: kind === 'pdf' ? 'light' : theme },
      scope: JSON.stringify(scope),
    };
    return { route: 'journeyPicture', query, name: `${key}_${layer}.${kind}` } as const;
  }
  const query = { format: kind, ...(version !== null && { version: String(version) }) };
  return { route: 'journeyFile', query, name: `${key}.${ENDINGS[kind] ?? kind}` } as const;
}
