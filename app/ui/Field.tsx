import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What every field of a form takes. `id` is the name unless a page has two fields of one name. */
export interface FieldProps {
  label: string;
  name: string;
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  /** The word beside the label of a field that may stay empty ("Optional"). */
  optional?: string | undefined;
}

interface FieldFrameProps extends Omit<FieldProps, "name" | "id"> {
  id: string;
  children: ReactNode;
}

/** The attributes that tie a control to its hint and its error. */
export function fieldAttributes({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
}) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    ...(described && { "aria-describedby": described }),
    ...(error && { "aria-invalid": true as const }),
  };
}

export function FieldFrame({ label, id, hint, error, optional, children }: FieldFrameProps) {
  return (
    <div className="grid gap-1.5">
      {/* Outside the label, so that the field's accessible name is the label and nothing more. */}
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {optional && <span className="text-xs text-muted-foreground">{optional}</span>}
      </div>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
}) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-pretty text-muted-foreground">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-sm text-destructive">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </>
  );
}
