import { Html, html } from "./html";
import { STYLES } from "./styles";

export interface PageTitle {
  title: string;
  /** Narrow for one task, wide for lists. */
  width?: "narrow" | "wide";
  /** Styles of this page alone, which nobody else writes. */
  styles?: string;
}

/** Every page says that it is not the real thing: nobody should type a real card here. */
export function page(
  { title, width = "narrow", styles = "" }: PageTitle,
  content: Html,
  status = 200,
): Response {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLES}${new Html(styles)}</style>
</head>
<body class="${width}">
<p class="ribbon"><strong>Test checkout</strong> A stand-in for Stripe. No money moves here.</p>
<main>${content}</main>
</body>
</html>`;
  return new Response(document.text, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none'",
      "cache-control": "no-store",
    },
  });
}

/** A page with one message: a link that has run out, a session that is over. */
export function notice(
  title: string,
  message: string,
  next: { label: string; href: string } | null,
): Response {
  const link = next && html`<p><a class="button" href="${next.href}">${next.label}</a></p>`;
  return page({ title }, html`<section class="card"><h1>${title}</h1><p>${message}</p>${link}</section>`);
}

export const redirect = (location: string) => new Response(null, { status: 303, headers: { location } });

export const notFound = () => {
  const { body, headers } = notice("Not found", "There is nothing at this address.", {
    label: "Open the dashboard",
    href: "/dashboard",
  });
  return new Response(body, { status: 404, headers });
};
