import { redirect } from "@remix-run/cloudflare";
import { chooseLanguage } from "../customers/choose-language.server";
import { languageCookie } from "../http/cookies.server";
import { forVisitor } from "../http/handlers.server";
import { safePath } from "../http/safe-path";
import { languageOf } from "../i18n/language";
import { formUnusable, notFound } from "../refusals";
import { SiteErrorBoundary, siteErrorHeaders } from "../ui/SiteErrorBoundary";

export const loader = () => redirect("/");

/** Works also for whoever is not signed in: the browser remembers it, and for a customer so do we. */
export const action = forVisitor(async ({ visit, ...context }, { request }) => {
  if (visit.site !== "portal") throw notFound();
  const form = await request.formData();
  const language = languageOf(String(form.get("language") ?? ""));
  if (!language) throw formUnusable();

  if (visit.customer) await chooseLanguage(context, visit.customer, language);
  return redirect(safePath(String(form.get("next") ?? "/")), {
    status: 303,
    headers: { "set-cookie": await languageCookie(context.settings).serialize(language) },
  });
});

/** A page and not a bare answer, so that a refusal is shown in the portal's own frame. */
export default function Language() {
  return null;
}

export const headers = siteErrorHeaders;
export const ErrorBoundary = SiteErrorBoundary;
