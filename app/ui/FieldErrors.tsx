import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";

interface FieldErrorsProps {
  title?: string | undefined;
  /** By the ids of the controls. */
  errors: Readonly<Record<string, string | undefined>>;
}

/** What is wrong with a form, in one place above it, where the page then opens. Renders nothing while nothing is. */
export function FieldErrors({ title = "Check the highlighted fields", errors }: FieldErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const mistakes = Object.entries(errors).filter(([, message]) => message);
  const told = mistakes.map(([, message]) => message).join("\n");
  // `autoFocus` below is for a page that comes from the server; one that is already open is moved by hand.
  useEffect(() => {
    if (told) box.current?.focus();
  }, [told]);
  if (mistakes.length === 0) return null;
  return (
    <div
      ref={box}
      id="field-errors"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: it is there only after a form was refused, and is what to read first
      autoFocus
      className="flex gap-3 rounded-lg border border-destructive bg-destructive-soft p-4 text-sm"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
      <div className="grid gap-1">
        <p className="font-semibold text-destructive">{title}</p>
        <ul className="grid gap-1">
          {mistakes.map(([field, message]) => (
            <li key={`${field} ${message}`}>
              <a href={`#${field}`} className="touch-room underline underline-offset-4 hover:decoration-2">
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
