/** The sign of the product: a loop without an end. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="6" fill="var(--accent)" />
      <path
        d="M5 11c0-2 1.300-3 2.800-3C10.600 8 11.400 14 14.200 14c1.500 0 2.800-1 2.800-3s-1.300-3-2.800-3C11.400 8 10.600 14 7.800 14 6.300 14 5 13 5 11z"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="1.800"
      />
    </svg>
  );
}
