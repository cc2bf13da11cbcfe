import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentPropsWithoutRef } from "react";
import { CONTROL, CONTROL_HEIGHT } from "./control";

interface SelectProps extends Omit<ComponentPropsWithoutRef<"select">, "children" | "className" | "style"> {
  options: readonly { value: string; label: string }[];
}

/** The browser's own list behind an arrow of ours, which stands as far from the edge as the text does. */
export function Select({ options, ...select }: SelectProps) {
  return (
    <div className="relative">
      <select {...select} className={clsx(CONTROL, CONTROL_HEIGHT, "appearance-none truncate pe-9")}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4 text-muted-foreground"
      />
    </div>
  );
}
