import type { MetaFunction } from "@remix-run/cloudflare";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { forVisitor } from "./http/handlers.server";
import { ENGLISH } from "./i18n/wording";
import { brandOf } from "./portals/brand";
import { imagePath } from "./portals/image-path";
import dashboardStyles from "./ui/dashboard.css?url";
import { problemOf } from "./ui/ErrorPage";
import { useNonce } from "./ui/nonce";
import portalStyles from "./ui/portal.css?url";
import { SiteErrorBoundary, siteErrorHeaders } from "./ui/SiteErrorBoundary";
import { type Site, useSite } from "./ui/site-context";

export const loader = forVisitor(async ({ visit, settings }): Promise<{ site: Site }> => {
  if (visit.site === "platform") {
    const { language, texts } = ENGLISH;
    return { site: { kind: "platform", title: settings.PLATFORM_NAME, language, errors: texts.errors } };
  }
  const { title, locale, creditWord, theme, logoId, faviconId, termsUrl, privacyUrl } = visit.portal;
  const { language, texts } = visit.wording;
  const look = {
    theme,
    brand: brandOf(visit.portal),
    logoUrl: imagePath(logoId),
    faviconUrl: imagePath(faviconId),
  };
  const links = { supportEmail: visit.partner.supportEmail, termsUrl, privacyUrl };
  return {
    site: { kind: "portal", title, locale, creditWord, ...look, ...links, language, errors: texts.errors },
  };
});

/** Of a page that says no title of its own, and of an address at which there is no page. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (!data) return [{ title: "" }];
  const { title, errors } = data.site;
  const problem = error ? (problemOf(error, errors.notPossible) ?? errors.unexpected) : null;
  return [{ title: problem ? `${problem.title} · ${title}` : title }];
};

export const headers = siteErrorHeaders;

export function Layout({ children }: { children: ReactNode }) {
  const site = useSite();
  const nonce = useNonce();
  const theme = site.kind === "portal" ? site.theme : "auto";
  return (
    <html lang={site.language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "auto" ? "light dark" : theme} />
        <Meta />
        <link rel="icon" href={site.kind === "platform" ? "/icon.svg" : (site.faviconUrl ?? "data:,")} />
        <link rel="stylesheet" href={site.kind === "platform" ? dashboardStyles : portalStyles} />
        <Links />
        {site.kind === "portal" && (
          // Both colours are checked: the partner's is six hex digits, the other one of two.
          <style
            nonce={nonce}
          >{`:root{--brand:${site.brand.background};--brand-fg:${site.brand.foreground}}`}</style>
        )}
      </head>
      <body>
        {children}
        {site.kind === "platform" && <ClientScripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** The dashboard is enhanced by scripts; a portal and the way into both ship none. */
function ClientScripts({ nonce }: { nonce: string }) {
  const wantsScripts = useMatches().some(
    (match) => (match.handle as { scripts?: boolean } | undefined)?.scripts,
  );
  if (!wantsScripts) return null;
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}

export default function App() {
  return <Outlet />;
}

export const ErrorBoundary = SiteErrorBoundary;
