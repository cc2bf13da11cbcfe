import type { Home } from "../../db/home.server";
import { sentPath } from "../email/sent-filter";

/** Up to how many are counted; from then on a number says no more than "many". */
export const COUNTED = 20;

export interface WaitingRow {
  text: string;
  href: string;
  label: string;
}

/** What waits for a person to decide, with the way there; nothing of what does not wait. */
export function waitingRows({ quarantined, cases, failedEmails }: Home["waiting"]): WaitingRow[] {
  const rows = [
    quarantined > 0 && {
      text: `${count(quarantined, "payment")} that ${differs(quarantined)} from what was agreed: no credits were added`,
      href: "/billing-and-invoices/reconcile",
      label: "Compare with Stripe",
    },
    cases > 0 && {
      text: `${count(cases, "refund")} or dispute${cases === 1 ? "" : "s"} to decide about: the credits have not moved`,
      href: "/billing-and-invoices",
      label: "Decide",
    },
    failedEmails > 0 && {
      text: `${count(failedEmails, "e-mail")} that could not be sent`,
      href: sentPath({ show: "failed", from: null }),
      label: "Look",
    },
  ];
  return rows.filter((row) => row !== false);
}

const differs = (many: number) => (many === 1 ? "differs" : "differ");

function count(many: number, one: string): string {
  if (many === 1) return `1 ${one}`;
  return many > COUNTED ? `More than ${COUNTED} ${one}s` : `${many} ${one}s`;
}
