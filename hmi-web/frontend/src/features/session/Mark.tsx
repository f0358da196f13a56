type MarkProps = { size: number };

/** The mark of the product: two rows of racks and the aisle between them. */
export function Mark({ size }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="6" fill="var(--a-steel)" />
      <path d="M6 7h5v5H6zm0 7h5v5H6zm0 7h5v5H6zm15-14h5v5h-5zm0 7h5v5h-5zm0 7h5v5h-5z" fill="var(--a-path-horizon)" />
      <path d="M16 5l4 7h-8z M15 13h2v14h-2z" fill="var(--a-raised)" />
    </svg>
  );
}
