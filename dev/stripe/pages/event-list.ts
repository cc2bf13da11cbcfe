import type { DeliveryState } from "../storage/delivery-log";
import type { World } from "../world";
import { type Html, html } from "./html";
import { moment } from "./moment";

const SHOWN = 50;

const WORDS: Record<DeliveryState, string> = {
  pending: "waiting for the next attempt",
  held: "held back",
  delivered: "delivered",
  dropped: "lost",
  failed: "given up",
};

export function eventList(world: World, account: string): Html {
  const events = world.objects.all(account, "event", [], SHOWN);
  if (events.length === 0) return html`<p class="quiet">Nothing has happened yet.</p>`;
  return html`<ul class="card events">${events.map(({ body }) => {
    const states = world.deliveries.ofEvent(body.id).map(({ state }) => state);
    const bad = states.some((state) => state !== "delivered");
    return html`<li class="row"><a href="/dashboard/events/${body.id}">${body.type}</a>
      <span class="quiet">${moment(body.created)} · <span class="${bad ? "bad" : "good"}">${describeStates(states)}</span></span></li>`;
  })}</ul>`;
}

const describeStates = (states: DeliveryState[]) =>
  states.length === 0 ? "no endpoint listens" : states.map((state) => WORDS[state]).join(", ");
