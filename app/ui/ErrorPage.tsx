import { isRouteErrorResponse } from "@remix-run/react";
import { ButtonLink } from "./Button";
import { SignInCard } from "./SignInCard";
import { SiteBrand } from "./SiteBrand";

export interface PageProblem {
  title: string;
  message: string;
  action?: { label: string; href: string };
}

/** Reads what stopped a page. What Remix throws by itself, a text for developers, becomes a sentence for people. */
export function problemOf(error: unknown): PageProblem | null {
  if (!isRouteErrorResponse(error)) return null;
  const problem: unknown = error.data;
  if (typeof problem === "object" && problem !== null && "title" in problem) return problem as PageProblem;
  return error.status < 500 ? NOT_POSSIBLE : null;
}

const NOT_POSSIBLE: PageProblem = {
  title: "This is not possible here",
  message: "Nothing was changed. Go back to the start and try it from there.",
};

/** What happened, whether anything was changed, and the way on. Never a stack. */
export function ErrorPage({ problem }: { problem: PageProblem | null }) {
  const { title, message, action } = problem ?? UNEXPECTED;
  const wayOn = action ?? { label: "Back to the start", href: "/" };
  return (
    <SignInCard brand={<SiteBrand />} title={title} text={message}>
      <ButtonLink href={wayOn.href} variant="primary" wide>
        {wayOn.label}
      </ButtonLink>
    </SignInCard>
  );
}

const UNEXPECTED: PageProblem = {
  title: "Something went wrong on our side",
  message: "The error was recorded. Please try again; if it keeps happening, contact support.",
};
