import { clsx } from "clsx";
import type { ComponentPropsWithoutRef } from "react";
import { CONTROL_HEIGHT } from "./control";
import { FieldFrame, type FieldProps, fieldAttributes } from "./Field";

type MoneyFieldProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "type" | "className" | "style"> & {
    /** Shown before the digits: "$", "€", "CHF". */
    symbol: string;
    /** Shown after them, where the symbol is not the whole story: "USD". */
    code?: string | undefined;
  };

/** Text, not type=number: a number input rounds, scrolls and drops what it cannot read. */
export function MoneyField({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  symbol,
  code,
  ...input
}: MoneyFieldProps) {
  return (
    <FieldFrame {...{ label, id, hint, error, optional }}>
      <div
        className={clsx(
          "flex items-center rounded-lg border bg-card text-sm pointer-coarse:text-base",
          "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
          error ? "border-destructive" : "border-input",
        )}
      >
        <span aria-hidden className="ps-3 text-muted-foreground">
          {symbol}
        </span>
        <input
          inputMode="decimal"
          autoComplete="off"
          {...input}
          {...fieldAttributes({ id, hint, error })}
          type="text"
          name={name}
          className={clsx(CONTROL_HEIGHT, "-my-px w-full min-w-0 ps-1.5 tabular-nums outline-none")}
        />
        {code && (
          <span aria-hidden className="pe-3 text-muted-foreground">
            {code}
          </span>
        )}
      </div>
    </FieldFrame>
  );
}
