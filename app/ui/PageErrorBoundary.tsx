import { useRouteError } from "@remix-run/react";
import { ErrorPage, problemOf } from "./ErrorPage";
import { RefusalPanel } from "./RefusalPanel";
import { useSite } from "./site-context";

/** What stopped a page, shown where the page would be: the frame around it stays. */
export function PageErrorBoundary() {
  const problem = problemOf(useRouteError(), useSite().errors.notPossible);
  if (!problem) return <ErrorPage problem={null} />;
  return <RefusalPanel {...problem} />;
}
