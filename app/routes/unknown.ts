import { forVisitor } from "../http/handlers.server";
import { notFound } from "../refusals";
import { SiteErrorBoundary, siteErrorHeaders } from "../ui/SiteErrorBoundary";

/** Any other address, read or posted to. */
export const loader = forVisitor(async () => {
  throw notFound();
});

export const action = loader;

/** A page and not a bare answer, so that the error is shown in the site's own frame. */
export default function Unknown() {
  return null;
}

export const headers = siteErrorHeaders;
export const ErrorBoundary = SiteErrorBoundary;
