import type Stripe from "stripe";
import { shownBranding } from "../api/branding-settings";
import type { Courier } from "../delivery/courier";
import { patiently } from "../delivery/patience";
import { StripeError } from "../http/api-error";
import { formatMoney } from "../money";
import { BANK_DEBIT, cancelUrl, payAsBuyer, successUrl } from "../payments/pay-as-buyer";
import { TEST_CARDS, type TestCard } from "../payments/test-cards";
import { Scope } from "../scope";
import type { Stored } from "../storage/object-types";
import type { World } from "../world";
import { brandLogo, brandStyle } from "./branding";
import { type Html, html } from "./html";
import { notFound, notice, page, redirect } from "./layout";
import { sellerOf } from "./seller";

export interface PayForm {
  email: string;
  card: string;
}

export function showPayPage(world: World, id: string): Response {
  const session = world.objects.findInAnyAccount("checkout.session", id);
  if (!session) return notFound();
  const email = session.body.customer_email ?? "";
  return over(session.body) ?? payPage(world, session, { email, card: "" }, lastProblem(world, session.body));
}

/** Why the try before this one failed: a buyer who comes back from the bank's page has to be told. */
function lastProblem(world: World, session: Stripe.Checkout.Session): string | null {
  const intent = world.objects.findInAnyAccount("payment_intent", String(session.payment_intent));
  return intent?.body.last_payment_error?.message ?? null;
}

/** "Pay" was pressed: the buyer goes on when the application has heard of it, or stays with the reason. */
export async function submitPayPage(
  world: World,
  courier: Courier,
  id: string,
  form: PayForm,
): Promise<Response> {
  const session = world.objects.findInAnyAccount("checkout.session", id);
  if (!session) return notFound();
  const ended = over(session.body);
  if (ended) return ended;
  try {
    const { result, events } = world.change(() => payAsBuyer(new Scope(world, session.account), id, form));
    await patiently(courier.deliver(events));
    if (result.redirect_url !== null) return redirect(result.redirect_url);
    return payPage(world, session, form, result.decline?.message ?? "Your payment could not be completed.");
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return payPage(world, session, form, error.message);
  }
}

/** A session that can no longer be paid says so, with the way back. */
function over(session: Stripe.Checkout.Session): Response | null {
  if (session.status === "complete") {
    return notice("You have already paid", "This checkout session is complete.", {
      label: "Back to the shop",
      href: successUrl(session),
    });
  }
  if (session.status !== "expired") return null;
  const back = cancelUrl(session);
  return notice(
    "This checkout session has expired",
    "Nothing was charged. Go back and start again.",
    back === null ? null : { label: "Back to the shop", href: back },
  );
}

function payPage(
  world: World,
  session: Stored<"checkout.session">,
  form: PayForm,
  problem: string | null,
): Response {
  const { body, hidden } = session;
  const currency = body.currency ?? "usd";
  const total = formatMoney(body.amount_total ?? 0, currency);
  const branding = body.branding_settings ?? shownBranding(undefined, sellerOf(world, session.account));
  const back = cancelUrl(body);
  const content = html`
<p class="quiet">${back && html`<a href="${back}">Cancel and go back</a>`}</p>
<section aria-labelledby="title">
  ${brandLogo(branding)}
  <h1 id="title" class="quiet">Pay ${branding.display_name}</h1>
  <p class="amount">${total}</p>
  <ul class="items">${hidden.line_items.map(
    (item) => html`<li><span>${item.description}${item.quantity === 1 ? "" : ` × ${item.quantity}`}</span>
      <span>${formatMoney(item.amount_total, currency)}</span></li>`,
  )}</ul>
</section>
<form class="card" method="post" action="/c/pay/${body.id}">
  ${problem && html`<p class="problem" role="alert">${problem}</p>`}
  <div class="field">
    <label for="email">E-mail</label>
    <input id="email" name="email" type="email" autocomplete="email" required value="${form.email}">
  </div>
  ${cardChoices(form.card)}
  <div class="field">
    <label for="number">Or type a test card number</label>
    <input id="number" name="number" type="text" inputmode="numeric" autocomplete="off" placeholder="4242 4242 4242 4242">
  </div>
  <button class="full" type="submit">Pay ${total}</button>
</form>`;
  return page({ title: `Pay ${branding.display_name}`, styles: brandStyle(branding) }, content);
}

function cardChoices(chosen: string): Html {
  const [rare, usual] = [TEST_CARDS.filter(({ after }) => after), TEST_CARDS.filter(({ after }) => !after)];
  const known = chosen === BANK_DEBIT || TEST_CARDS.some(({ number }) => number === chosen);
  const selected = known ? chosen : TEST_CARDS[0]?.number;
  const cardChoice = ({ number, label }: TestCard) =>
    choice(number, label, `···· ${number.slice(-4)}`, number === selected);
  const rareIsOpen = rare.some(({ number }) => number === selected) && html`open`;
  return html`<fieldset>
    <legend>Test card</legend>
    <div class="choices">${usual.map(cardChoice)}
      ${choice(BANK_DEBIT, "Bank debit, paid days later", "no card", selected === BANK_DEBIT)}
      <details ${rareIsOpen}><summary class="choice">More cards: disputes and refunds</summary>
        ${rare.map(cardChoice)}</details></div>
  </fieldset>`;
}

const choice = (value: string, label: string, note: string, selected: boolean) =>
  html`<label class="choice"><input type="radio" name="card" value="${value}" ${selected && html`checked`}>
    <span>${label}</span><code>${note}</code></label>`;
