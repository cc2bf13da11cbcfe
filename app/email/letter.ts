import type { Portal } from "../../db/portals.server";
import { countCredits } from "../credits";
import type { Settings } from "../env.server";
import { formatMoney } from "../money";
import { type Brand, brandOf } from "../portals/brand";
import { platformOrigin, portalOrigin } from "../portals/site";
import { formatDateTime } from "../time";
import { type EmailTexts, emailTexts } from "./texts";

/** In whose name a message is written, to whom and in which words, before it says anything. */
export interface Letter {
  sender: string;
  brand: Brand;
  /** The site that its links lead to. */
  origin: string;
  /** Where answers go. */
  replyTo: string | null;
  to: string;
  locale: string;
  texts: EmailTexts;
  count: (micros: number) => string;
  money: (minor: number, currency: string) => string;
  moment: (at: number) => string;
}

export interface Correspondents {
  portal: Pick<Portal, "title" | "subdomain" | "customHost" | "brandColor" | "locale">;
  partner: { supportEmail: string | null };
  customer: { email: string; name: string };
}

/** A message to a customer, in the partner's name and never in ours. */
export const customerLetter = (
  settings: Settings,
  { portal, partner, customer }: Correspondents,
): Letter => ({
  sender: portal.title,
  brand: brandOf(portal),
  origin: portalOrigin(settings, portal),
  replyTo: partner.supportEmail,
  to: customer.email,
  ...wordsIn(portal.locale),
});

/** A message to somebody of a partner, in the platform's name. */
export const platformLetter = (settings: Settings, to: string): Letter => ({
  sender: settings.PLATFORM_NAME,
  brand: brandOf({ brandColor: null }),
  origin: platformOrigin(settings),
  replyTo: settings.PLATFORM_SUPPORT_EMAIL,
  to,
  ...wordsIn("en-US"),
});

const wordsIn = (locale: string) => ({
  locale,
  texts: emailTexts("credits"),
  count: (micros: number) => countCredits(micros, locale),
  money: (minor: number, currency: string) => formatMoney(minor, currency, locale),
  moment: (at: number) => formatDateTime(at, locale),
});
