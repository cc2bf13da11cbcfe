import { useLoaderData } from "@remix-run/react";
import { forPartner } from "../../http/handlers.server";
import { TIERS } from "../../partners/tier";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { DefinitionList } from "../../ui/DefinitionList";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";

export const meta = () => [{ title: "Plan tier · Topup" }];

export const loader = forPartner(async ({ partner, settings }) => ({
  tier: TIERS[partner.tier].label,
  isFree: partner.tier === "free_forever",
  fee: `${partner.platformFeeBps / 100} %`,
  mailto: `mailto:${settings.PLATFORM_SUPPORT_EMAIL}?subject=${encodeURIComponent(`Change the tier of ${partner.name}`)}`,
}));

export default function PlanTier() {
  const { tier, isFree, fee, mailto } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Plan tier"
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Plan tier" }]}
      />
      <Card
        title={tier}
        description="Customer Credit Plans need Starter, Pro or Enterprise. Tiers are changed by our team; nothing is charged here."
        actions={
          <ButtonLink href={mailto} variant={isFree ? "primary" : "secondary"}>
            {isFree ? "Ask for an upgrade" : "Ask for a change"}
          </ButtonLink>
        }
      >
        <DefinitionList
          items={[
            { term: "Customer Credit Plans", details: isFree ? "Not included" : "Included" },
            { term: "Platform fee on each sale", details: fee },
          ]}
        />
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
