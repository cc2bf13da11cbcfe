import { brandOf } from "./brand";
import { type Hex, nearestShade, PAGES } from "./contrast";
import { imageUrl } from "./image-path";

/** How Stripe's page is to look. What the partner has not chosen stays as its own Stripe account has it. */
export interface CheckoutBrand {
  title: string;
  colors: { page: Hex; button: Hex } | null;
  logoUrl: string | null;
}

/** What is known of a portal's logo without its bytes. */
export interface Logo {
  id: string;
  type: string;
  width: number;
  height: number;
}

interface Look {
  title: string;
  brandColor: string | null;
  theme: "auto" | "light" | "dark";
}

export const checkoutBrand = (portal: Look, logo: Logo | null, origin: string): CheckoutBrand => ({
  title: portal.title,
  colors: portal.brandColor === null ? null : colorsOf(portal),
  logoUrl: logo && isTakenByStripe(logo) && isPublic(origin) ? imageUrl(origin, logo.id) : null,
});

/** Stripe's button stands on white, whatever the page beside it. */
function colorsOf(portal: Look): CheckoutBrand["colors"] {
  const { background } = brandOf(portal);
  const button = nearestShade(background, PAGES.light, 3) ?? background;
  return { page: portal.theme === "dark" ? PAGES.dark : PAGES.light, button };
}

const SMALLEST_LOGO = 128;

/** Source: docs.stripe.com/get-started/account/branding, "Branding". */
export const isTakenByStripe = ({ type, width, height }: Omit<Logo, "id">): boolean =>
  ["image/png", "image/jpeg"].includes(type) && Math.min(width, height) >= SMALLEST_LOGO;

/** Whether Stripe can fetch a picture from there: no machine of a developer's, and no address in digits. */
function isPublic(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" && /\.(?!localhost$|test$|local$|internal$)[a-z][a-z0-9-]*$/.test(hostname);
}
