import { clsx } from "clsx";
import type { ComponentPropsWithoutRef } from "react";
import { CONTROL } from "./control";
import { FieldFrame, type FieldProps, fieldAttributes } from "./Field";

type TextAreaProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldProps | "className" | "style">;

export function TextArea({ label, name, id = name, hint, error, optional, ...textarea }: TextAreaProps) {
  return (
    <FieldFrame {...{ label, id, hint, error, optional }}>
      <textarea
        rows={4}
        {...textarea}
        {...fieldAttributes({ id, hint, error })}
        name={name}
        className={clsx(CONTROL, "field-sizing-content min-h-24 px-3 py-2")}
      />
    </FieldFrame>
  );
}
