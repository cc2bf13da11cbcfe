import { clsx } from "clsx";
import type { ComponentPropsWithoutRef } from "react";
import { CONTROL, CONTROL_HEIGHT } from "./control";
import { FieldFrame, type FieldProps, fieldAttributes } from "./Field";

type SelectFieldProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"select">, keyof FieldProps | "children" | "className" | "style"> & {
    options: readonly { value: string; label: string }[];
  };

export function SelectField({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  options,
  ...select
}: SelectFieldProps) {
  return (
    <FieldFrame {...{ label, id, hint, error, optional }}>
      <select
        {...select}
        {...fieldAttributes({ id, hint, error })}
        name={name}
        className={clsx(CONTROL, CONTROL_HEIGHT)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
