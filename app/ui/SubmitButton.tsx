import { LoaderCircle } from "lucide-react";
import { Button, type ButtonProps } from "./Button";

interface SubmitButtonProps extends Omit<ButtonProps, "type"> {
  /** While the form is on its way: what the button says instead ("Saving…"). */
  pending?: string | false | undefined;
}

export function SubmitButton({ pending, variant = "primary", children, ...rest }: SubmitButtonProps) {
  // aria-disabled and not disabled: a disabled button would lose the keyboard's place on the page.
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      aria-live="polite"
      {...(pending && { "aria-disabled": true })}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {pending || children}
    </Button>
  );
}
