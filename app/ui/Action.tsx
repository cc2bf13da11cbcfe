import { ButtonLink, type ButtonLook } from "./Button";
import { SubmitButton } from "./SubmitButton";

/** The one thing to do next: go somewhere, or post an empty form there. */
export type Action = { label: string; href: string } | { label: string; formAction: string };

export function ActionButton({ action, ...look }: { action: Action } & ButtonLook) {
  if ("href" in action) {
    return (
      <ButtonLink href={action.href} {...look}>
        {action.label}
      </ButtonLink>
    );
  }
  return (
    <form method="post" action={action.formAction}>
      <SubmitButton {...look}>{action.label}</SubmitButton>
    </form>
  );
}
