import type { Portal } from "../../db/portals.server";
import type { Settings } from "../env.server";
import { type Brand, brandOf } from "../portals/brand";
import { platformOrigin, portalOrigin } from "../portals/site";

/** In whose name a message is written and to whom, before it says anything. */
export interface Letter {
  sender: string;
  brand: Brand;
  /** The site that its links lead to. */
  origin: string;
  locale: string;
  /** Where answers go. */
  replyTo: string | null;
  to: string;
  /** The reader's name, or nothing where it is not known. */
  readerName: string;
}

interface Correspondents {
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
  locale: portal.locale,
  replyTo: partner.supportEmail,
  to: customer.email,
  readerName: customer.name,
});

/** A message to somebody of a partner, in the platform's name. */
export const platformLetter = (settings: Settings, to: string): Letter => ({
  sender: settings.PLATFORM_NAME,
  brand: brandOf({ brandColor: null }),
  origin: platformOrigin(settings),
  locale: "en-US",
  replyTo: settings.PLATFORM_SUPPORT_EMAIL,
  to,
  readerName: "",
});
