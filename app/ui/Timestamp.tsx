interface TimestampProps {
  iso: string;
  /** What is read: "2 minutes ago". */
  relative: string;
  /** What a pointer over it shows, "Exact times" and paper: "22 Nov 2026, 18:33:07 CET". */
  exact: string;
}

export function Timestamp({ iso, relative, exact }: TimestampProps) {
  return (
    <time dateTime={iso} title={exact} className="whitespace-nowrap">
      <span>{relative}</span>
    </time>
  );
}
