import { ButtonLink } from "./Button";
import { SignInCard } from "./SignInCard";
import { SiteBrand } from "./SiteBrand";

export interface PageProblem {
  title: string;
  message: string;
  action?: { label: string; href: string };
}

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
