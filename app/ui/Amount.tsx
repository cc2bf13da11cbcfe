import { clsx } from "clsx";
import type { ReactNode } from "react";

interface AmountProps {
  /** Formatted already: "$49.00", "+1,000". */
  children: ReactNode;
  large?: boolean | undefined;
}

/** A figure that stays on one line and lines up with the figures below it. */
export function Amount({ children, large }: AmountProps) {
  return (
    <span
      className={clsx("whitespace-nowrap tabular-nums", large && "text-3xl font-semibold tracking-tight")}
    >
      {children}
    </span>
  );
}
