import type { ComponentPropsWithoutRef } from "react";
import { FieldFrame, type FieldProps, fieldAttributes } from "./Field";

type FileFieldProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "type" | "className" | "style">;

/** The browser's own control, its button dressed as ours. */
export function FileField({ label, name, id = name, hint, error, optional, ...input }: FileFieldProps) {
  return (
    <FieldFrame {...{ label, id, hint, error, optional }}>
      <input
        {...input}
        {...fieldAttributes({ id, hint, error })}
        type="file"
        name={name}
        className="w-full text-sm text-muted-foreground file:me-3 file:min-h-9 file:cursor-pointer file:rounded-lg file:border file:border-border file:bg-card file:px-3.5 file:font-medium file:text-foreground hover:file:bg-muted pointer-coarse:file:min-h-11"
      />
    </FieldFrame>
  );
}
