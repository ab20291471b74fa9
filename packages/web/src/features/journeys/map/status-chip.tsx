import type { MapStatus } from '@continuo/diagram';
import { Chip } from '../../../ui/chip.tsx';
import { Glyph } from '../../../ui/glyph.tsx';

/** Goes well ✓, hurts ▲, not known ○: shape and word together. */
export function StatusChip({ status, words }: { readonly status: MapStatus; readonly words: string }) {
  if (status === 'none')
    return (
      <Chip>
        <Glyph kind="none" size={11} />
        {words}
      </Chip>
    );
  return <Chip tone={status === 'good' ? 'good' : 'harm'}>{words}</Chip>;
}
