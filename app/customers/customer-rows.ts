import type { CustomerPosition, ListedCustomer } from "../../db/customers.server";
import { formatCredits } from "../credits";
import { readPagePosition, writePagePosition } from "../page-position";
import { describeMoment } from "../time";

const LOCALE = "en-US";

export const PORTAL_ACCESS = {
  none: { label: "None", tone: "neutral" },
  invited: { label: "Invited", tone: "warning" },
  active: { label: "Active", tone: "success" },
  blocked: { label: "Blocked", tone: "danger" },
} as const;

/** A customer as the partner's list shows it. */
export function customerRow({ customer, balance }: ListedCustomer, now: number) {
  return {
    id: customer.id,
    name: customer.name || customer.email,
    email: customer.email,
    access: PORTAL_ACCESS[customer.portalAccess],
    balance: formatCredits(balance?.balanceMicros ?? 0, LOCALE),
    changed: balance && describeMoment(balance.updatedAt, now, LOCALE),
  };
}

export type CustomerRow = ReturnType<typeof customerRow>;

/** The end of a page as its address says it. */
export const writePosition = ({ createdAt, id }: CustomerPosition): string =>
  writePagePosition(createdAt, id);

/** Null for the first page, and for what is no position. */
export function readPosition(text: string | null): CustomerPosition | null {
  const position = readPagePosition(text);
  return position && { createdAt: position.at, id: position.id };
}
