/** One click selects all of it, and nothing around it; no script is needed for that. */
export function CopyableId({ value }: { value: string }) {
  return (
    <code
      translate="no"
      className="rounded-sm border border-border bg-muted px-1 font-mono text-xs leading-5 break-all select-all"
    >
      {value}
    </code>
  );
}
