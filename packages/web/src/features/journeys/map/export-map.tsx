import type { Journey, JourneyFormat } from '@continuo/contract';
import type { MapLayer } from '@continuo/diagram';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import type { AskScope } from '../../../api/hooks.ts';
import { useCommand } from '../../../commands/live.ts';
import { shownTheme } from '../../../theme/theme.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { DRAWING_WORDS } from '../../../words/drawing.ts';
import { MAP_WORDS } from '../../../words/map.ts';
import { exportOf } from './export-of.ts';

const { label, ...FORMATS } = MAP_WORDS.export;
type Format = keyof typeof FORMATS;

/** The map as a file: a picture with its numbers, the numbers alone, or the map itself. */
export function ExportMap({
  journey,
  scope,
  layer,
}: {
  readonly journey: Pick<Journey, 'key' | 'version'>;
  readonly scope: AskScope;
  readonly layer: MapLayer;
}) {
  const [isOpen, setOpen] = useState(false);
  useCommand('view.export', () => setOpen(true));
  const download = (format: string) => {
    const { route, query, name } = exportOf(format as Format | JourneyFormat, {
      ...journey,
      scope,
      layer,
      theme: shownTheme(),
    });
    const link = document.createElement('a');
    link.href = client.fileUrl(route, { key: journey.key }, query);
    link.download = name;
    link.click();
  };
  return (
    <Menu
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      entries={(Object.keys(FORMATS) as Format[]).map((id) => ({ id, text: FORMATS[id] }))}
      onChoose={download}
      trigger={
        <Button>
          <Download size={14} strokeWidth={1.75} aria-hidden="true" />
          {DRAWING_WORDS.export}
        </Button>
      }
    />
  );
}
