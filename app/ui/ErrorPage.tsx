import { isRouteErrorResponse } from "@remix-run/react";
import { ButtonLink } from "./Button";
import { SignInCard } from "./SignInCard";
import { SiteBrand } from "./SiteBrand";
import { useSite } from "./site-context";

export interface PageProblem {
  title: string;
  message: string;
  action?: { label: string; href: string };
  /** Which refusal it is, where it is one. */
  code?: string;
}

/** Reads what stopped a page. What Remix throws by itself, a text for developers, becomes a sentence for people. */
export function problemOf(error: unknown, notPossible: PageProblem): PageProblem | null {
  if (!isRouteErrorResponse(error)) return null;
  const problem: unknown = error.data;
  if (typeof problem === "object" && problem !== null && "title" in problem) return problem as PageProblem;
  return error.status < 500 ? notPossible : null;
}

/** Where somebody goes on who was told no way. */
export const backToStart = ({ backToStart: label }: { backToStart: string }) => ({ label, href: "/" });

/** What happened, whether anything was changed, and the way on. Never a stack. */
export function ErrorPage({ problem }: { problem: PageProblem | null }) {
  const { errors } = useSite();
  const { title, message, action }: PageProblem = problem ?? errors.unexpected;
  const wayOn = action ?? backToStart(errors);
  return (
    <SignInCard brand={<SiteBrand />} title={title} text={message}>
      <ButtonLink href={wayOn.href} variant="primary" wide>
        {wayOn.label}
      </ButtonLink>
    </SignInCard>
  );
}
