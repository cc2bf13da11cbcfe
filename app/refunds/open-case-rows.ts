import type { OpenCase } from "../../db/refund-cases.server";
import { countCredits } from "../credits";
import { formatMoney } from "../money";

const LOCALE = "en-US";

/** A case that waits for somebody, in a line: "Refund of $49.00 for Starter Pack: deduct 1,000 credits". */
export function openCaseRow({ case: waiting, purchase, customer }: OpenCase) {
  const { refundedMinor, disputedMinor, currency, planName, id } = purchase;
  const what = disputedMinor > refundedMinor ? "Dispute" : "Refund";
  const amount = formatMoney(refundedMinor + disputedMinor, currency, LOCALE);
  return {
    href: `/customers/${customer.id}/refund-cases/${id}`,
    text: `${what} of ${amount} for ${planName}: deduct ${countCredits(waiting.dueMicros, LOCALE)}`,
    customer: customer.email,
  };
}
