import type { HeadersFunction } from "@remix-run/cloudflare";
import { useRouteError } from "@remix-run/react";
import { ErrorPage, problemOf } from "./ErrorPage";
import { useSite } from "./site-context";

/**
 * What stopped a page, in the frame of its site. A route that takes forms has its own: when its action is stopped, the
 * loaders above the nearest boundary run, and the root's knows whose site this is.
 */
export function SiteErrorBoundary() {
  return <ErrorPage problem={problemOf(useRouteError(), useSite().errors.notPossible)} />;
}

/** What such a page says to programs, such as when to come back. */
export const siteErrorHeaders: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers();
