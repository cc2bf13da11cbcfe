import { Outlet, useLoaderData } from "@remix-run/react";
import { readReadiness } from "../../../../db/readiness.server";
import { forPartner } from "../../../http/handlers.server";
import { readinessLights } from "../../../partners/readiness";
import { portalOrigin } from "../../../portals/site";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { ReadinessStrip } from "./ReadinessStrip";

/** Above each page about money: what selling rests on, and what of it is missing. */
export const loader = forPartner(async ({ db, partner, account, member, settings }) => {
  const facts = await readReadiness(db, partner.id);
  const portalUrl = facts.portal?.enabled ? portalOrigin(settings, facts.portal) : null;
  return { lights: readinessLights({ ...facts, partner, account, portalUrl, role: member.role }) };
});

export default function BillingPages() {
  const { lights } = useLoaderData<typeof loader>();
  return (
    <>
      <ReadinessStrip lights={lights} />
      <Outlet />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
