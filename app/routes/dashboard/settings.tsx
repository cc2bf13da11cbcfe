import { useLoaderData } from "@remix-run/react";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { findPortal } from "../../../db/portals.server";
import { forPartner } from "../../http/handlers.server";
import { findSettings, settingsOf } from "../../partners/settings-pages";
import { loadCreditPlans } from "../../plans/credit-plans-page.server";
import { PLANS_PATH } from "../../plans/plan-paths";
import { portalOrigin } from "../../portals/site";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { CreditPlansCard } from "./plans/CreditPlansCard";
import { SettingsIndex } from "./SettingsIndex";
import { SettingsSearch } from "./SettingsSearch";

export const meta = () => [{ title: "Settings · Topup" }];

export const loader = forPartner(async (context, { request }) => {
  const [portal, creditPlans] = await Promise.all([
    findPortal(context.db, context.partner.id),
    loadCreditPlans(context),
  ]);
  return {
    role: context.member.role,
    search: new URL(request.url).searchParams.get("q") ?? "",
    portalUrl: portal ? portalOrigin(context.settings, portal) : null,
    creditPlans,
  };
});

export default function SettingsPage() {
  const { role, search, portalUrl, creditPlans } = useLoaderData<typeof loader>();
  const [typed, setTyped] = useState(search);
  const groups = findSettings(settingsOf(role), typed);
  const showsPlans = groups.some(({ pages }) => pages.some(({ href }) => href === PLANS_PATH));
  return (
    <>
      <PageHeader
        title="Settings"
        description={
          portalUrl ? (
            <>
              Your customers sign in at <TextLink href={portalUrl}>{portalUrl}</TextLink>
            </>
          ) : (
            "You have no portal yet."
          )
        }
      />
      <SettingsSearch value={typed} onType={setTyped} />
      <SettingsIndex groups={groups} />
      {showsPlans && <CreditPlansCard {...creditPlans} />}
      {groups.length === 0 && <NothingFound />}
    </>
  );
}

const NothingFound = () => (
  <Card>
    <EmptyState
      icon={SearchX}
      line="No setting has these words"
      text="Try one word, such as refund, price or upgrade."
      action={<ButtonLink href="/settings">Show all settings</ButtonLink>}
    />
  </Card>
);

export const ErrorBoundary = PageErrorBoundary;
