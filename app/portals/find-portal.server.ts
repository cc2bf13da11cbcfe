import { findPortal, type Portal } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { portalNotConfigured } from "../refusals";

/** The partner's portal, where customers can come in. Refused where there is none, or it is switched off. */
export async function findPortalOrRefuse({
  db,
  partner,
}: Pick<PartnerContext, "db" | "partner">): Promise<Portal> {
  const portal = await findPortal(db, partner.id);
  if (!portal?.enabled) throw portalNotConfigured();
  return portal;
}
