import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { House, ReceiptText, Settings, Users, Zap } from "lucide-react";
import { listMemberships } from "../../../db/memberships.server";
import { WORKSPACES_PATH } from "../../auth/workspaces";
import { forPartner } from "../../http/handlers.server";
import { TIERS } from "../../partners/tier";
import { DashboardLayout } from "../../ui/dashboard/DashboardLayout";

export const handle = { scripts: true };

export const loader = forPartner(async ({ db, partner, account, member }) => ({
  partnerName: partner.name,
  tier: TIERS[partner.tier].label,
  isFree: partner.tier === "free_forever",
  email: member.email,
  others: (await listMemberships(db, member.email))
    .filter(({ partnerId }) => partnerId !== partner.id)
    .map(({ partnerId, partnerName }) => ({ id: partnerId, name: partnerName })),
  isTestMode: account !== null && !account.livemode,
}));

// A page comes before the one whose address its own begins with: the first that fits is the current one.
const PAGES = [
  { href: "/home", label: "Home", icon: House },
  { href: "/customers", label: "Customers", icon: Users },
  { href: "/settings/customer-credit-plans", label: "Customer Credit Plans", icon: Zap },
  { href: "/billing-and-invoices", label: "Billing & Invoices", icon: ReceiptText },
  { href: "/settings", label: "Settings", icon: Settings },
];

export default function Dashboard() {
  const { partnerName, tier, isFree, email, others, isTestMode } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const current = PAGES.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return (
    <DashboardLayout
      partnerName={partnerName}
      tier={{ label: tier, tone: isFree ? "neutral" : "success" }}
      email={email}
      workspaces={{ href: WORKSPACES_PATH, others }}
      navigation={PAGES.map((page) => ({ ...page, current: page === current }))}
      testMode={isTestMode && "Stripe test mode: no real money moves."}
    >
      <Outlet />
    </DashboardLayout>
  );
}
