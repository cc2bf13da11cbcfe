import { PLATFORM } from "../platform";
import type { Attempt } from "../storage/delivery-log";
import type { World } from "../world";
import { type Html, html } from "./html";
import { notFound, page } from "./layout";
import { moment } from "./moment";

export function showEventPage(world: World, id: string): Response {
  const event = world.objects.findInAnyAccount("event", id);
  if (!event) return notFound();
  const back = event.account === PLATFORM ? "/dashboard" : `/dashboard/${event.account}`;
  const attempts = world.deliveries.attemptsOf(id);
  const content = html`
<p class="quiet"><a href="${back}">Back</a></p>
<h1>${event.body.type}</h1>
<p class="quiet"><code>${id}</code> · ${moment(event.body.created)}</p>
<section class="card">
  <div class="row"><strong>Delivery attempts</strong>
    <form method="post" action="/dashboard/events/${id}/resend"><button class="small second">Resend</button></form></div>
  ${attempts.length === 0 ? html`<p class="quiet">None was made.</p>` : html`<ol class="log">${attempts.map(attemptLine)}</ol>`}
</section>
<section class="card"><strong>What was sent</strong><pre>${JSON.stringify(event.body, null, 2)}</pre></section>`;
  return page({ title: event.body.type, width: "wide" }, content);
}

function attemptLine({ endpoint, at_ms, duration_ms, status, note }: Attempt): Html {
  const good = status !== null && status < 300;
  return html`<li><span class="${good ? "good" : "bad"}">${status ?? "no answer"}</span> in ${duration_ms} ms ·
    ${moment(Math.floor(at_ms / 1000))} · <code>${endpoint}</code>${note && html`<br><code>${note}</code>`}</li>`;
}
