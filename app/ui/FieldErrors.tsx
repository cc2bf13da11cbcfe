import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";

interface FieldErrorsProps {
  title: string;
  /** `field` is the id of the control. */
  errors: readonly { field: string; message: string }[];
  id?: string | undefined;
  /** Set on the answer to a refused form, so that the page opens with its focus here. */
  autoFocus?: boolean | undefined;
}

/** What is wrong with a form, in one place above it. Renders nothing while nothing is. */
export function FieldErrors({ title, errors, id = "field-errors", autoFocus }: FieldErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const told = errors.map(({ message }) => message).join("\n");
  // `autoFocus` below is for a page that comes from the server; one that is already open is moved by hand.
  useEffect(() => {
    if (autoFocus && told) box.current?.focus();
  }, [autoFocus, told]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      id={id}
      role="alert"
      tabIndex={-1}
      {...(autoFocus && { autoFocus })}
      className="flex gap-3 rounded-lg border border-destructive bg-destructive-soft p-4 text-sm"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
      <div className="grid gap-1">
        <p className="font-semibold text-destructive">{title}</p>
        <ul className="grid gap-1">
          {errors.map(({ field, message }) => (
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
