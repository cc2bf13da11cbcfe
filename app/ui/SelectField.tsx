import type { ComponentPropsWithoutRef } from "react";
import { FieldFrame, type FieldProps, fieldAttributes } from "./Field";
import { Select } from "./Select";

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
      <Select {...select} {...fieldAttributes({ id, hint, error })} name={name} options={options} />
    </FieldFrame>
  );
}
