import type Stripe from "stripe";
import { type Html, html } from "./html";

/** A page in the colours of a session. What is written on a colour follows from how bright the colour is. */
export function brandStyle(branding: Stripe.Checkout.Session.BrandingSettings): string {
  const { background_color: page, button_color: button } = branding;
  return `:root { color-scheme: ${isBright(page) ? "light" : "dark"}; --page: ${page}; }
.full { background: ${button}; color: ${isBright(button) ? "#000" : "#fff"}; border-radius: ${RADII[branding.border_style] ?? RADII.rounded}; }`;
}

const RADII: Record<string, string> = { rounded: ".5rem", rectangular: "0", pill: "2rem" };

export const brandLogo = ({ logo }: Stripe.Checkout.Session.BrandingSettings): Html | null =>
  logo?.url ? html`<img src="${logo.url}" alt="" height="48">` : null;

/** By the weights with which the eye takes red, green and blue. */
function isBright(color: string): boolean {
  const digits = color.slice(1).replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3");
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150;
}
