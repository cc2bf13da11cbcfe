import { html } from "./html";
import type { Message } from "./message";
import { page } from "./page";

export function messagePage(message: Message): Response {
  return page(
    message.subject,
    html`
    <p><a href="/">All messages</a></p>
    <h1>${message.subject}</h1>
    ${message.code ? html`<p class="code">${message.code}</p>` : null}
    <dl>${headers(message).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    ${links(message)}
    ${message.html === null ? null : frame(message.html)}
    ${message.text === null ? null : html`<h2>As text</h2><pre>${message.text}</pre>`}`,
  );
}

function headers(message: Message): [string, string][] {
  const { from, to, cc, bcc, reply_to, received_at } = message;
  const lines: [string, string][] = [
    ["From", from],
    ["To", to.join(", ")],
    ["Cc", cc.join(", ")],
    ["Bcc", bcc.join(", ")],
    ["Reply to", reply_to.join(", ")],
    ["Received", received_at],
    ...Object.entries(message.headers),
    ...message.tags.map(({ name, value }): [string, string] => [`Tag ${name}`, value]),
  ];
  return lines.filter(([, value]) => value !== "");
}

function links(message: Message) {
  if (message.links.length === 0) return null;
  return html`<h2>Links</h2><ul>${message.links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}</ul>`;
}

// No scripts and no forms, as in a mail program; a link a person clicks leaves the frame.
function frame(body: string) {
  const document = `<base target="_top">${body}`;
  return html`<h2>As it looks</h2>
    <iframe title="The message" sandbox="allow-top-navigation-by-user-activation allow-popups" srcdoc="${document}"></iframe>`;
}
