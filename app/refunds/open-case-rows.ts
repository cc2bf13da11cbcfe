import type { WaitingCase } from "../../db/refund-cases.server";
import { countCredits } from "../credits";
import { formatMoney } from "../money";

const LOCALE = "en-US";

/** A case that waits for somebody, in a line: "Refund of $49.00 for Starter Pack: deduct 1,000 credits". */
export function openCaseRow(waiting: WaitingCase) {
  const { refundedMinor, disputedMinor, currency, planName, customerId, id } = waiting;
  const what = disputedMinor > refundedMinor ? "Dispute" : "Refund";
  const amount = formatMoney(refundedMinor + disputedMinor, currency, LOCALE);
  return {
    href: `/customers/${customerId}/refund-cases/${id}`,
    text: `${what} of ${amount} for ${planName}: deduct ${countCredits(waiting.caseDueMicros, LOCALE)}`,
    customer: waiting.customerEmail,
  };
}
