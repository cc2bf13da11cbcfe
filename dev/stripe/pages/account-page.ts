import { linkedAccount } from "../accounts/change-account";
import { PLATFORM } from "../platform";
import { Scope } from "../scope";
import type { World } from "../world";
import { actionButton } from "./action-button";
import { accountBadge } from "./badge";
import { eventList } from "./event-list";
import { type Html, html } from "./html";
import { notFound, page } from "./layout";
import { paymentCard } from "./payment-card";
import { sellerOf } from "./seller";

/** The dashboard of one connected account: what its owner, a bank or Stripe could do there. */
export function showAccountPage(world: World, id: string): Response {
  const found = world.objects.find(PLATFORM, "account", id);
  if (!found) return notFound();
  const payments = world.objects.all(id, "payment_intent", [], 50);
  const content = html`
<p class="quiet"><a href="/dashboard">All accounts</a></p>
<div class="row"><h1>${sellerOf(world, id)}</h1>
<div>${accountBadge(found.body, found.hidden.deauthorized)}</div></div>
<p class="quiet"><code>${id}</code> · ${found.body.email}</p>
${found.hidden.deauthorized ? "" : accountActions(world, id)}
<h2>Payments</h2>
${payments.length === 0 ? html`<p class="quiet">No payments yet.</p>` : ""}
${payments.map((payment) => paymentCard(world, payment))}
<h2>Events</h2>
${eventList(world, id)}`;
  return page({ title: sellerOf(world, id), width: "wide" }, content);
}

function accountActions(world: World, id: string): Html {
  const { body } = linkedAccount(new Scope(world, PLATFORM), id);
  const due = body.requirements?.currently_due ?? [];
  return html`<section class="card">
  <p>${due.length === 0 ? "Stripe needs nothing from this account." : `Stripe needs: ${due.join(", ")}`}</p>
  <div class="actions">
    ${actionButton(`accounts/${id}/complete`, "Meet all requirements")}
    ${actionButton(`accounts/${id}/restrict`, "Add a requirement and disable charges")}
    ${actionButton(`accounts/${id}/deauthorize`, "Deauthorize the platform")}
  </div>
</section>`;
}
