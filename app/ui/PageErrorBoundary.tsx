import { useRouteError } from "@remix-run/react";
import { backToStart, ErrorPage, problemOf } from "./ErrorPage";
import { RefusalPanel } from "./RefusalPanel";
import { useSite } from "./site-context";

/** What stopped a page, shown where the page would be: the frame around it stays. */
export function PageErrorBoundary() {
  const { errors } = useSite();
  const problem = problemOf(useRouteError(), errors.notPossible);
  if (!problem) return <ErrorPage problem={null} />;
  const { title, message, action = backToStart(errors), code } = problem;
  return <RefusalPanel title={title} message={message} action={action} isClosed={isClosed(code)} />;
}

const OPEN: readonly (string | undefined)[] = ["not_found", "try_again", "rate_limited", undefined];

const isClosed = (code: string | undefined) => !OPEN.includes(code);
