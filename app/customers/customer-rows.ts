import type { ListedCustomer } from "../../db/customer-list.server";
import { formatCredits } from "../credits";
import { formatMoney } from "../money";
import { describeMoment } from "../time";

const LOCALE = "en-US";

export const PORTAL_ACCESS = {
  none: { label: "None", tone: "neutral" },
  invited: { label: "Invited", tone: "warning" },
  active: { label: "Active", tone: "success" },
  blocked: { label: "Blocked", tone: "danger" },
} as const;

const INVITE = { none: "Invite", invited: "Invite again", active: null, blocked: null };

const MAILBOX = {
  verified: { label: "Verified", tone: "success" },
  unverified: { label: "Not verified", tone: "neutral" },
} as const;

/** What a customer paid in one currency and did not get back. */
interface LifetimeNet {
  currency: string;
  netMinor: number;
}

/** A customer as the partner's list shows it. */
export function customerRow(customer: ListedCustomer, now: number) {
  const { lastPurchaseAt } = customer;
  const net: LifetimeNet[] = JSON.parse(customer.lifetimeNet);
  return {
    id: customer.id,
    name: customer.name || customer.email,
    company: customer.company,
    email: customer.email,
    /** Whether they have shown that the mailbox is theirs, by opening a mail of ours. */
    mailbox: MAILBOX[customer.emailVerifiedAt === null ? "unverified" : "verified"],
    access: PORTAL_ACCESS[customer.portalAccess],
    /** What the button to invite them says; null for whom there is none. */
    invite: INVITE[customer.portalAccess],
    aiCredits: customer.aiCreditsEnabled === 1 ? "On" : "Off",
    balance: formatCredits(customer.balanceMicros, LOCALE),
    isLow: customer.isLow === 1,
    lastPurchase: lastPurchaseAt === null ? null : describeMoment(lastPurchaseAt, now, LOCALE),
    /** One amount for each currency: money of two currencies is never added. */
    net: net.map(({ currency, netMinor }) => formatMoney(netMinor, currency, LOCALE)),
  };
}

export type CustomerRow = ReturnType<typeof customerRow>;
