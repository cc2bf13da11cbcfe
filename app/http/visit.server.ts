import type { ConnectedAccount, Customer, Partner, Portal } from "../../db/portals.server";
import { findPortalVisit } from "../../db/portals.server";
import type { Session } from "../../db/sessions.server";
import { hashToken } from "../auth/secrets.server";
import { keepSession } from "../auth/session.server";
import type { Context } from "../context.server";
import { asSignedIn } from "../customers/portal-access";
import { chooseLanguage } from "../i18n/language";
import { speak } from "../i18n/speak";
import type { Wording } from "../i18n/wording";
import { originOfSite, siteOfHost } from "../portals/site";
import { languageChosenIn, sessionCookie } from "./cookies.server";

/** Which site a request is for, and by which session. Decided by host, before anything else. */
export type Visit =
  | { site: "platform"; tokenHash: string | null }
  | {
      site: "portal";
      tokenHash: string | null;
      portal: Portal;
      /** The portal's address on the host by which they came, which is one of the two that we know it by. */
      origin: string;
      partner: Partner;
      account: ConnectedAccount | null;
      /** Only a customer of this very portal, whatever other cookies were sent. */
      customer: Customer | null;
      /** Set where a member of the partner looks at the portal as this customer. */
      preview: { by: string } | null;
      wording: Wording;
      session: Session | null;
    };

/** Null when no site has this host. */
export async function openVisit(context: Context, request: Request): Promise<Visit | null> {
  const site = siteOfHost(context.settings, new URL(request.url).host);
  if (!site) return null;

  const token: unknown = await sessionCookie(context.settings).parse(request.headers.get("cookie"));
  const tokenHash = typeof token === "string" ? await hashToken(token) : null;
  if (site.kind === "platform") return { site: "platform", tokenHash };

  const found = await findPortalVisit(context.db, { site, tokenHash, now: context.now() });
  if (!found) return null;
  const { portal, customer, session, preview } = found;
  const origin = originOfSite(context.settings, site, portal);
  const wording = await wordingOf(context, request, found);
  const visit = { site: "portal" as const, tokenHash, origin, wording, ...found };
  if (customer && preview) return { ...visit, customer: asSignedIn(customer, context.now()) };
  if (session) context.later(keepSession(context, `portal:${portal.id}`, session));
  return visit;
}

async function wordingOf(
  { settings }: Context,
  { headers }: Request,
  { portal, customer }: { portal: Portal; customer: Customer | null },
): Promise<Wording> {
  const language = chooseLanguage({
    customer: customer?.locale ?? null,
    browser: await languageChosenIn(settings, headers),
    acceptLanguage: headers.get("accept-language"),
    portal: portal.locale,
  });
  return speak(portal, language);
}
