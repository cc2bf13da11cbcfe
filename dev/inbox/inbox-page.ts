import { html } from "./html";
import type { Message } from "./message";
import { page } from "./page";

const MOST_SHOWN = 200;
const REFRESH_S = 5;

export function inboxPage(messages: Message[], to: string | null, refreshing: boolean): Response {
  const title = to ? `Messages to ${to}` : "Every message Topup has sent";
  const body = html`
    <h1>${title}</h1>
    <form>
      <input name="to" type="email" value="${to ?? ""}" placeholder="ana@example.test" aria-label="Recipient">
      <button>Show</button>
      ${to ? html`<a href="/">Show all</a>` : null}
    </form>
    ${messages.length === 0 ? html`<p>Nothing yet. Sign in somewhere and the message appears here.</p>` : null}
    <ol>${messages.slice(0, MOST_SHOWN).map(line)}</ol>
    <p><small>${refreshToggle(to, refreshing)}</small></p>`;
  return page(title, body, refreshing ? REFRESH_S : null);
}

function line(message: Message) {
  return html`<li><a href="/messages/${message.id}">
    <strong>${message.subject}</strong> ${message.code ? html`<code>${message.code}</code>` : null}<br>
    <small>To ${message.to.join(", ")}</small> · <time datetime="${message.received_at}">${clock(message)}</time>
  </a></li>`;
}

function refreshToggle(to: string | null, refreshing: boolean) {
  const query = new URLSearchParams({ ...(to && { to }), ...(!refreshing && { refresh: "on" }) });
  const words = refreshing ? "Stop reloading" : `Reload every ${REFRESH_S} seconds`;
  return html`<a href="/?${query.toString()}">${words}</a>`;
}

const clock = ({ received_at }: Message) => `${received_at.slice(0, 10)} ${received_at.slice(11, 19)} UTC`;
