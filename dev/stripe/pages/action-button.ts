import { type Html, html } from "./html";

/** A button of the dashboard that makes one thing happen, such as `disputes/du_…/win`. */
export const actionButton = (action: string, label: string): Html =>
  html`<form method="post" action="/dashboard/${action}"><button class="small second">${label}</button></form>`;
