import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { findDomain } from "../../../../db/portal-domains.server";
import { findPortal } from "../../../../db/portals.server";
import { forPermitted, invalid } from "../../../http/handlers.server";
import { TIERS } from "../../../partners/tier";
import { checkDomain } from "../../../portals/check-domain.server";
import { claimDomain, removeDomain } from "../../../portals/claim-domain.server";
import { hasCustomDomains } from "../../../portals/custom-hostnames.server";
import { needsFlattening, recordsOf } from "../../../portals/domain-records";
import { portalOrigin } from "../../../portals/site";
import {
  customDomainNeedsUpgrade,
  customDomainsNotSetUp,
  domainStaysInUse,
  formUnusable,
} from "../../../refusals";
import { describeMoment } from "../../../time";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { RefusalPanel } from "../../../ui/RefusalPanel";
import { ClaimDomainForm, ClaimedDomain, RemoveDomainForm } from "./ClaimedDomain";

const PAGE = "/settings/custom-domain";

export const meta = () => [{ title: "Custom domain · Topup" }];

export const loader = forPermitted("change_portal_domain", async (context, { request }) => {
  const { db, partner, settings, now } = context;
  const [portal, domain] = await Promise.all([findPortal(db, partner.id), findDomain(db, partner.id)]);
  const isAllowed = TIERS[partner.tier].allowsCustomDomain;
  const refusal = !isAllowed
    ? domain?.status === "active"
      ? domainStaysInUse()
      : customDomainNeedsUpgrade()
    : !hasCustomDomains(settings) && customDomainsNotSetUp(settings.PLATFORM_SUPPORT_EMAIL);
  const checks = domain?.checks ?? [];
  const { searchParams } = new URL(request.url);
  return {
    refusal: refusal && { title: refusal.title, message: refusal.message, action: refusal.action },
    told: ["claimed", "checked", "removed"].find((name) => searchParams.has(name)) ?? null,
    hasPortal: portal !== null,
    address: portal && portalOrigin(settings, portal),
    domain: domain && {
      host: domain.host,
      status: domain.status,
      failureReason: domain.failureReason,
      isLookedUp: isAllowed || domain.status === "active",
      mayCheck: isAllowed,
      isApex: needsFlattening(domain.host),
      checked: domain.lastCheckedAt && describeMoment(domain.lastCheckedAt, now(), "en-US"),
      records:
        portal &&
        recordsOf(settings, portal, domain).map((record) => {
          const check = checks.find(({ type }) => type === record.type);
          return { ...record, state: check?.state ?? null, found: check?.found ?? [] };
        }),
    },
  };
});

export const action = forPermitted("change_portal_domain", async (context, { request }) => {
  const { db, partner, settings } = context;
  const form = await request.formData();
  const intent = form.get("intent");
  const [portal, domain] = await Promise.all([findPortal(db, partner.id), findDomain(db, partner.id)]);

  // Taking a domain back is never refused, whatever the tier is now.
  if (intent === "remove") {
    const typed = String(form.get("confirmation") ?? "")
      .trim()
      .toLowerCase();
    if (domain && typed !== domain.host) {
      return invalid({ typed, error: `Type ${domain.host} to confirm` });
    }
    await removeDomain(context);
    return redirect(`${PAGE}?removed`, 303);
  }
  if (!TIERS[partner.tier].allowsCustomDomain) throw customDomainNeedsUpgrade();
  if (!hasCustomDomains(settings)) throw customDomainsNotSetUp(settings.PLATFORM_SUPPORT_EMAIL);
  if (!portal) throw formUnusable();
  if (intent === "check" && domain) {
    await checkDomain(context, portal, domain, { type: "member", id: context.member.id });
    return redirect(`${PAGE}?checked`, 303);
  }
  if (intent !== "claim") throw formUnusable();
  const typed = String(form.get("host") ?? "");
  const error = domain ? null : await claimDomain(context, portal, typed);
  return error ? invalid({ typed, error }) : redirect(`${PAGE}?claimed`, 303);
});

const TOLD: Record<string, string> = {
  claimed: "Set the two records below next",
  checked: "Checked just now",
  removed: "Domain removed. Everybody was signed out of your portal",
};

export default function CustomDomainPage() {
  const { refusal, told, hasPortal, address, domain } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const intent = useNavigation().formData?.get("intent");
  return (
    <>
      <PageHeader
        title="Custom domain"
        description="Your portal at an address of your own, such as credits.example.com."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Custom domain" }]}
      />
      {told && !refused && TOLD[told] && <Notice tone="success" title={TOLD[told]} />}
      {refusal && <RefusalPanel {...refusal} />}
      {!hasPortal && (
        <RefusalPanel
          title="Open your portal first"
          message="A domain leads to your portal, and you have none yet."
          action={{ label: "Open your portal", href: "/settings/portal" }}
        />
      )}
      {domain?.records && (
        <>
          <ClaimedDomain
            {...domain}
            records={domain.records}
            address={address ?? ""}
            isBusy={intent === "check"}
          />
          <RemoveDomainForm host={domain.host} refused={refused} isBusy={intent === "remove"} />
        </>
      )}
      {!domain && hasPortal && !refusal && <ClaimDomainForm refused={refused} isBusy={intent === "claim"} />}
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
