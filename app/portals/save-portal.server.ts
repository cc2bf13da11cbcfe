import { insertPortal, writePortalSettings } from "../../db/portal-settings.server";
import type { Portal } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import type { PortalSettings } from "./portal-form";

/** Opens a partner's portal under an address that it keeps. False when the address is taken. */
export async function openPortal(
  { db, partner, member, now }: PartnerContext,
  subdomain: string,
  title: string,
): Promise<boolean> {
  const portal = { id: newId("portal"), subdomain, title, createdAt: now() };
  return insertPortal(db, partner.id, portal, {
    id: newId("audit"),
    actorId: member.id,
    action: "portal.opened",
    objectId: portal.id,
    after: { subdomain, title },
    at: portal.createdAt,
  });
}

/** Keeps what the partner chose, from the next request on. What was not changed is not written down as a change. */
export async function savePortal(
  context: PartnerContext,
  portal: Portal,
  settings: PortalSettings,
): Promise<void> {
  const { db, partner, member, now } = context;
  const { supportEmail, planOrder, ...ofPortal } = settings;
  const was: Record<string, unknown> = {
    ...portal,
    supportEmail: partner.supportEmail,
    planOrder: partner.planOrder,
  };
  const changed = Object.entries(settings).filter(([name, value]) => was[name] !== value);
  if (changed.length === 0) return;

  await writePortalSettings(
    db,
    partner.id,
    ofPortal,
    { supportEmail, planOrder },
    {
      id: newId("audit"),
      actorId: member.id,
      action: "portal.settings_changed",
      objectId: portal.id,
      before: Object.fromEntries(changed.map(([name]) => [name, was[name]])),
      after: Object.fromEntries(changed),
      at: now(),
    },
  );
  // A portal that is closed sells nothing, and nobody could come back to it.
  if (portal.enabled && !settings.enabled) endCheckoutsLater(context, {});
}
