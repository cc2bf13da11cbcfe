interface TimestampProps {
  iso: string;
  /** What is read: "2 minutes ago". */
  relative: string;
  /** What a pointer over it shows, "Exact times" and paper: "Nov 22, 2026, 6:33:07 PM UTC". */
  exact: string;
}

export function Timestamp({ iso, relative, exact }: TimestampProps) {
  return (
    <time dateTime={iso} title={exact} className="whitespace-nowrap">
      <span>{relative}</span>
    </time>
  );
}
