/** For a region that scrolls: it must be reachable by keyboard, or its far end is out of reach without a pointer (WCAG 2.1.1). */
export const SCROLLABLE = { tabIndex: 0 } as const;
