import type { ComponentPropsWithoutRef } from "react";

interface SwitchButtonProps
  extends Omit<ComponentPropsWithoutRef<"button">, "type" | "role" | "children" | "className" | "style"> {
  /** Says whose setting it is, in a list: "Active: Starter Pack". */
  label: string;
  checked: boolean;
}

/** A setting that changes at once. It submits the form around it, so it needs no JavaScript. */
export function SwitchButton({ label, checked, ...button }: SwitchButtonProps) {
  return (
    <button
      {...button}
      type="submit"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      className="switch block align-middle"
    />
  );
}
