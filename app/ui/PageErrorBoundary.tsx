import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ErrorPage, type PageProblem } from "./ErrorPage";
import { RefusalPanel } from "./RefusalPanel";

/** What stopped a page, shown where the page would be: the frame around it stays. */
export function PageErrorBoundary() {
  const error = useRouteError();
  const problem = isRouteErrorResponse(error) ? (error.data as PageProblem | null) : null;
  if (!problem) return <ErrorPage problem={null} />;
  return <RefusalPanel {...problem} />;
}
