import type { HeadersFunction } from "@remix-run/cloudflare";

/**
 * Of a page whose address is a secret until it is used, so that no other site hears it. With "no-referrer" the browser
 * would not tell our own door where the form comes from either.
 */
export const secretAddressHeaders: HeadersFunction = ({ errorHeaders }) =>
  errorHeaders ?? { "referrer-policy": "same-origin" };
