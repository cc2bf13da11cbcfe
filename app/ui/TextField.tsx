import { clsx } from "clsx";
import type { ComponentPropsWithoutRef } from "react";
import { CONTROL, CONTROL_HEIGHT } from "./control";
import { FieldFrame, type FieldProps, fieldAttributes } from "./Field";

type TextFieldProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "className" | "style">;

export function TextField({ label, name, id = name, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <FieldFrame {...{ label, id, hint, error, optional }}>
      <input
        type="text"
        {...input}
        {...fieldAttributes({ id, hint, error })}
        name={name}
        className={clsx(CONTROL, CONTROL_HEIGHT)}
      />
    </FieldFrame>
  );
}
