import type { DrawFormat, DrawOptions } from '@continuo/contract';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { client } from '../api/client.ts';
import { useCommand } from '../commands/live.ts';
import { shownTheme } from '../theme/theme.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { DRAWING_WORDS } from '../words/drawing.ts';

const FORMATS = Object.keys(DRAWING_WORDS.formats) as DrawFormat[];

export interface Exportable extends DrawOptions {
  readonly diagram: string;
}

/** Fetches what is shown as a file, drawn by the server with the same code. */
export function ExportMenu({ of }: { readonly of: Exportable }) {
  const [isOpen, setOpen] = useState(false);
  useCommand('view.export', () => setOpen(true));
  const download = (format: string) => {
    const link = document.createElement('a');
    link.href = client.drawUrl(of.diagram, format as DrawFormat, { ...of, theme: shownTheme() });
    link.download = `${of.diagram}.${format}`;
    link.click();
  };
  return (
    <Menu
      label={DRAWING_WORDS.exportLabel}
      isOpen={isOpen}
      onOpenChange={setOpen}
      entries={FORMATS.map((format) => ({ id: format, text: DRAWING_WORDS.formats[format] }))}
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
