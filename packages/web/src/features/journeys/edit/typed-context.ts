import { createContext } from 'react';

/** What happens when typing in a cell ends: one for the whole grid, so that cells need no handlers of their own. */
export const TypedContext = createContext<(text: string | null, go: 'stay' | 'next' | 'previous' | 'leave') => void>(
  () => {},
);
