import { html } from "../inbox/html";
import { page } from "../inbox/page";
import { type DnsRecord, RECORD_TYPES } from "./record";

/** Every record, and a form for one more: what a registrar's page is to somebody who owns a domain. */
export const zonePage = (records: DnsRecord[], mistake: string | null): Response =>
  page(
    "DNS records",
    html`
    <h1>DNS records</h1>
    <p>What Topup finds when it looks a name up. Nothing of this leaves this machine.</p>
    ${mistake === null ? null : html`<p role="alert"><strong>${mistake}</strong></p>`}
    <form method="post" action="/records">
      <select name="type" aria-label="Type">${RECORD_TYPES.map((type) => html`<option>${type}</option>`)}</select>
      <input name="name" placeholder="credits.acme.test" aria-label="Name" required>
      <input name="value" placeholder="Value" aria-label="Value" required>
      <button>Add record</button>
    </form>
    ${records.length === 0 ? html`<p>There are no records yet.</p>` : null}
    <ol>${records.map(line)}</ol>`,
  );

const line = ({ name, type, value }: DnsRecord) => html`<li>
  <form method="post" action="/records/remove">
    <p><strong>${type}</strong> ${name}<br><code>${value}</code></p>
    <input type="hidden" name="type" value="${type}">
    <input type="hidden" name="name" value="${name}">
    <input type="hidden" name="value" value="${value}">
    <button>Remove</button>
  </form>
</li>`;
