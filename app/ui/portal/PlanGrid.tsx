import type { ReactNode } from "react";

/** Holds PlanCards, all of one height in a row. */
export function PlanGrid({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-4 sm:gap-5">
      {children}
    </ul>
  );
}
