import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { backToStart, type PageProblem, problemOf } from "./ErrorPage";
import { RefusalPanel } from "./RefusalPanel";
import { useSite } from "./site-context";

/** What stopped a page, shown where the page would be: the frame around it stays. What failed can be tried again. */
export function PageErrorBoundary() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const { errors } = useSite();
  const isFailure = !isRouteErrorResponse(error) || error.status >= 500;
  const wayOn = isFailure ? { label: errors.retry, href: pathname + search } : backToStart(errors);
  const problem: PageProblem = problemOf(error, errors.notPossible) ?? errors.unexpected;
  const { title, message, action = wayOn, code } = problem;
  return <RefusalPanel title={title} message={message} action={action} isClosed={isClosed(code)} isPage />;
}

const OPEN: readonly (string | undefined)[] = [
  "not_found",
  "try_again",
  "internal",
  "rate_limited",
  undefined,
];

const isClosed = (code: string | undefined) => !OPEN.includes(code);
