import { PLATFORM } from "../platform";
import type { Stored } from "../storage/object-types";
import type { World } from "../world";
import { accountBadge } from "./badge";
import { eventList } from "./event-list";
import { type Html, html } from "./html";
import { page } from "./layout";
import { moment } from "./moment";
import { sellerOf } from "./seller";

export function showDashboardPage(world: World): Response {
  const accounts = world.objects.all(PLATFORM, "account");
  const content = html`
<h1>Dashboard</h1>
<p class="quiet">The platform and its connected accounts. Time here: ${moment(world.clock.now_s())}.</p>
<h2>Connected accounts</h2>
${accounts.length === 0 ? html`<p class="quiet">None yet. Connect one in the application.</p>` : ""}
${accounts.map((account) => accountCard(world, account))}
<h2>Events of the platform</h2>
${eventList(world, PLATFORM)}`;
  return page({ title: "Dashboard", width: "wide" }, content);
}

function accountCard(world: World, { body, hidden }: Stored<"account">): Html {
  return html`<section class="card row">
  <div><a href="/dashboard/${body.id}"><strong>${sellerOf(world, body.id)}</strong></a>
  <div class="quiet"><code>${body.id}</code> · ${body.email}</div></div>
  <div>${accountBadge(body, hidden.deauthorized)}</div>
</section>`;
}
