import { Check, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../commands/live.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { DRAWING_WORDS } from '../words/drawing.ts';

/** Copies the address: it is the whole state of the view. */
export function ShareButton() {
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(location.href);
    announce(`${DRAWING_WORDS.shared}. ${DRAWING_WORDS.sharedHelp}`);
    setDone(true);
    setTimeout(() => setDone(false), 2500);
  };
  useCommand('view.share', () => void copy());
  const Icon = isDone ? Check : Share2;
  return (
    <Button onPress={() => void copy()}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      {isDone ? DRAWING_WORDS.shared : DRAWING_WORDS.share}
    </Button>
  );
}
