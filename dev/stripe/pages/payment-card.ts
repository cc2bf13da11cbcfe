import type Stripe from "stripe";
import { decimalText, formatMoney } from "../money";
import { fieldIs } from "../storage/object-store";
import type { Stored } from "../storage/object-types";
import type { World } from "../world";
import { actionButton } from "./action-button";
import { badge } from "./badge";
import { type Html, html } from "./html";
import { moment } from "./moment";

export function paymentCard(world: World, { account, body: intent, hidden }: Stored<"payment_intent">): Html {
  const charge = world.objects.find(account, "charge", String(intent.latest_charge))?.body;
  const ofPayment = [fieldIs("payment_intent", intent.id)];
  const refunds = world.objects.all(account, "refund", ofPayment);
  const disputes = world.objects.all(account, "dispute", ofPayment);
  return html`<section class="card" aria-label="Payment ${intent.id}">
  <div class="row"><strong>${formatMoney(intent.amount, intent.currency)}</strong>${badge(intent.status)}</div>
  ${facts({
    Payment: intent.id,
    Session: hidden.session,
    When: moment(intent.created),
    Fee: feeOf(intent),
    Refunded: charge?.amount_refunded ? formatMoney(charge.amount_refunded, charge.currency) : null,
    Problem: intent.last_payment_error?.message ?? null,
    ...intent.metadata,
  })}
  <div class="actions">${paymentActions(intent, charge)}</div>
  ${refunds.map(({ body }) => refundLine(body))}
  ${disputes.map(({ body }) => disputeLine(body))}
</section>`;
}

const feeOf = ({ application_fee_amount, currency }: Stripe.PaymentIntent) =>
  application_fee_amount === null ? null : formatMoney(application_fee_amount, currency);

const facts = (known: Record<string, string | null>) =>
  html`<dl class="facts">${Object.entries(known)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

function paymentActions(intent: Stripe.PaymentIntent, charge: Stripe.Charge | undefined): Html[] {
  const at = `payments/${intent.id}`;
  if (intent.status === "processing")
    return [actionButton(`${at}/settle`, "Settle"), actionButton(`${at}/fail`, "Fail")];
  if (intent.status !== "succeeded" || !charge) return [];
  const left = decimalText(charge.amount - charge.amount_refunded, charge.currency);
  const refundable = charge.refunded
    ? []
    : [
        html`<form method="post" action="/dashboard/${at}/refund">
          <input type="text" name="amount" inputmode="decimal" value="${left}" aria-label="Amount to refund">
          <button class="small second">Refund</button></form>`,
        actionButton(`${at}/refund_failing`, "Refund that fails"),
        actionButton(`${at}/refund_pending`, "Pending refund"),
      ];
  if (charge.disputed) return refundable;
  return [
    ...refundable,
    actionButton(`${at}/dispute`, "Open dispute"),
    actionButton(`${at}/inquiry`, "Open inquiry"),
  ];
}

function refundLine(refund: Stripe.Refund): Html {
  const at = `refunds/${refund.id}`;
  return html`<div class="actions"><span>Refund ${formatMoney(refund.amount, refund.currency)}</span>
    ${badge(refund.status ?? "")}
    ${refund.status === "pending" ? actionButton(`${at}/complete`, "Complete") : ""}
    ${refund.status === "failed" ? "" : actionButton(`${at}/fail`, "Let it fail")}</div>`;
}

function disputeLine(dispute: Stripe.Dispute): Html {
  const at = `disputes/${dispute.id}`;
  const open = !["won", "lost", "warning_closed"].includes(dispute.status);
  const inquiry = dispute.status.startsWith("warning_");
  return html`<div class="actions"><span>${inquiry ? "Inquiry" : "Dispute"} ${formatMoney(dispute.amount, dispute.currency)}</span>
    ${badge(dispute.status)}
    ${open ? [actionButton(`${at}/win`, inquiry ? "Close" : "Win"), inquiry ? "" : actionButton(`${at}/lose`, "Lose")] : ""}</div>`;
}
