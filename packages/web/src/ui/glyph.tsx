import styles from './marks.module.css';

export type GlyphKind = 'good' | 'watch' | 'harm' | 'none' | 'plus';

const SHAPES: Readonly<Record<GlyphKind, React.ReactNode>> = {
  good: (
    <path
      d="M2 6.400l2.700 2.700L10 3.400"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  watch: <path d="M6 1l5 5-5 5-5-5z" fill="currentColor" />,
  harm: <path d="M6 1.500l5 9H1z" fill="currentColor" />,
  none: <circle cx="6" cy="6" r="4.200" fill="none" stroke="currentColor" strokeWidth="1.800" />,
  plus: <path d="M6 1.500v9M1.500 6h9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};

/** The shape of a status; the word beside it says the same. */
export function Glyph({ kind, size = 12 }: { readonly kind: GlyphKind; readonly size?: number }) {
  return (
    <svg className={styles.glyph} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}
