import { formatMoney } from "../money";
import type { World } from "../world";
import { html } from "./html";
import { notFound, page } from "./layout";
import { moment } from "./moment";
import { sellerOf } from "./seller";

/** Where a charge's `receipt_url` leads. */
export function showReceiptPage(world: World, id: string): Response {
  const charge = world.objects.findInAnyAccount("charge", id);
  if (!charge) return notFound();
  const { amount, amount_refunded, created, currency } = charge.body;
  const refunded =
    amount_refunded > 0 && html`<dt>Refunded</dt><dd>${formatMoney(amount_refunded, currency)}</dd>`;
  const content = html`<section class="card">
  <h1>Receipt from ${sellerOf(world, charge.account)}</h1>
  <p class="amount">${formatMoney(amount, currency)}</p>
  <dl class="facts"><dt>Paid</dt><dd>${moment(created)}</dd>${refunded}<dt>Number</dt><dd>${id}</dd></dl>
</section>`;
  return page({ title: "Receipt" }, content);
}
