import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Amount } from "../Amount";

interface Figure {
  label: string;
  value: ReactNode;
  /** What is counted, where the label leaves it open. */
  hint?: string;
}

interface BalanceCardProps {
  label: string;
  /** The number alone, formatted: "1,240.5". */
  amount: string;
  /** What the number counts: "credits". */
  unit?: string | undefined;
  figures?: readonly Figure[] | undefined;
}

/** What a phone is wide enough for in the largest type. */
const LONG_AMOUNT = 10;

export function BalanceCard({ label, amount, unit, figures = [] }: BalanceCardProps) {
  return (
    <section className="surface flex flex-wrap items-end justify-between gap-x-12 gap-y-5 p-5 sm:p-7">
      <div className="grid gap-1">
        <h2 className="text-sm font-medium text-muted-foreground">{label}</h2>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span
            className={clsx(
              "font-semibold tracking-tight break-all tabular-nums",
              amount.length > LONG_AMOUNT ? "text-3xl sm:text-5xl" : "text-5xl",
            )}
          >
            {amount}
          </span>
          {unit && <span className="text-lg text-muted-foreground">{unit}</span>}
        </p>
      </div>
      {figures.length > 0 && (
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {figures.map(({ label, value, hint }) => (
            <div key={label} className="grid content-start gap-0.5">
              <dt className="text-sm text-muted-foreground">{label}</dt>
              <dd className="font-medium">
                <Amount>{value}</Amount>
              </dd>
              {hint && <dd className="text-xs text-muted-foreground">{hint}</dd>}
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
