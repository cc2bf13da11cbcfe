import { redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { listOwners } from "../../../db/members.server";
import { forPartner, forPermitted } from "../../http/handlers.server";
import { isPermitted, whomToAsk } from "../../partners/permission";
import { chooseTier, isTierChosenHere } from "../../partners/set-tier.server";
import { TIER_NAMES, TIERS } from "../../partners/tier";
import { formUnusable } from "../../refusals";
import { ButtonLink } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { TierCard } from "./TierCard";

const PAGE = "/settings/plan-tier";
const Chosen = z.enum(TIER_NAMES);

export const meta = () => [{ title: "Plan tier · Topup" }];

export const loader = forPartner(async ({ db, partner, member, settings }, { request }) => {
  const isOwner = isPermitted(member.role, "change_tier");
  const tiers = TIER_NAMES.map((name) => {
    const isCurrent = name === partner.tier;
    const { platformFeeBps, ...facts } = TIERS[name];
    // What was agreed with this partner counts, whatever the tier usually says.
    const feeBps = isCurrent ? partner.platformFeeBps : platformFeeBps;
    return { name, isCurrent, ...facts, fee: `${feeBps / 100} %` };
  });
  return {
    tiers,
    isFree: partner.tier === "free_forever",
    isSaved: new URL(request.url).searchParams.has("saved"),
    isChosenHere: isOwner && isTierChosenHere(settings),
    askFirst: isOwner ? null : whomToAsk(await listOwners(db, partner.id)),
    mailto: `mailto:${settings.PLATFORM_SUPPORT_EMAIL}?subject=${encodeURIComponent(`Change the tier of ${partner.name}`)}`,
  };
});

export const action = forPermitted("change_tier", async (context, { request }) => {
  const chosen = Chosen.safeParse((await request.formData()).get("tier"));
  if (!chosen.success) throw formUnusable();
  await chooseTier(context, chosen.data);
  return redirect(`${PAGE}?saved`, 303);
});

export default function PlanTier() {
  const { tiers, isFree, isSaved, isChosenHere, askFirst, mailto } = useLoaderData<typeof loader>();
  const current = tiers.find(({ isCurrent }) => isCurrent);
  return (
    <>
      <PageHeader
        title="Plan tier"
        description="What you pay Topup for. Our team changes it; nothing is charged here, and a change deletes nothing."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Plan tier" }]}
        actions={
          !askFirst && (
            <ButtonLink href={mailto} variant={isFree ? "primary" : "secondary"}>
              {isFree ? "Ask for an upgrade" : "Ask for a change"}
            </ButtonLink>
          )
        }
      />
      {isSaved && <Notice tone="success" title={`You are on ${current?.label} now`} />}
      {askFirst && <Notice title="Only the owner can change the tier" text={`Ask ${askFirst}.`} />}
      {isChosenHere && (
        <Notice
          title="Here a tier is one click away"
          text="The buttons below are for trying what each allows; where Topup is in production there are none."
        />
      )}
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {tiers.map((tier) => (
          <TierCard key={tier.name} {...tier} isChosenHere={isChosenHere} />
        ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
