/** The name of the platform, in one line weight; its o is a vessel, half full. */
export function Logo() {
  return (
    <svg role="img" aria-label="Topup" viewBox="0 0 92 32" className="h-7 w-auto text-foreground">
      <path className="fill-primary" d="M16 16h12a6 6 0 0 1-12 0z" />
      <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6 4.5v13.5a5 5 0 0 0 5 5M2 9.5h8.5" />
        <circle cx="22" cy="16" r="7" />
        <path d="M36 9v20.5" />
        <circle cx="43" cy="16" r="7" />
        <path d="M56 9v8a6 6 0 0 0 12 0V9" />
        <path d="M75 9v20.5" />
        <circle cx="82" cy="16" r="7" />
      </g>
    </svg>
  );
}
