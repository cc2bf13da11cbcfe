import type { ComponentPropsWithoutRef } from "react";
import { FieldNotes, type FieldProps, fieldAttributes } from "./Field";

type SwitchProps = Omit<FieldProps, "optional"> &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "type" | "role" | "className" | "style">;

/** A setting of a form, sent with it: `name=on` when it is on, nothing when it is off. */
export function Switch({ label, name, id = name, hint, error, ...input }: SwitchProps) {
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
      <input
        {...input}
        {...fieldAttributes({ id, hint, error })}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox carries its own state; aria-checked would go stale
        role="switch"
        name={name}
        className="switch row-span-2"
      />
      <label htmlFor={id} className="self-center text-sm leading-6 font-medium">
        {label}
      </label>
      <div className="col-start-2 grid gap-1">
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    </div>
  );
}
