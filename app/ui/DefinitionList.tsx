import type { ReactNode } from "react";

interface DefinitionListProps {
  items: readonly { term: string; details: ReactNode }[];
}

export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className="@container text-sm">
      {items.map(({ term, details }) => (
        <div
          key={term}
          className="grid gap-x-4 gap-y-0.5 border-t border-border py-2.5 first:border-0 first:pt-0 last:pb-0 @sm:grid-cols-[1fr_2fr]"
        >
          <dt className="text-muted-foreground">{term}</dt>
          <dd className="min-w-0 break-words">{details}</dd>
        </div>
      ))}
    </dl>
  );
}
