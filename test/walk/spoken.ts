import type { CDPSession, Page } from "playwright-core";

interface Spoken {
  role: string;
  name: string;
  description: string;
  node: number;
}

/** What a screen reader is given of the page that is open: each part with its role and its name. */
async function spokenParts(page: Page, session: CDPSession): Promise<Spoken[]> {
  await page.waitForLoadState("networkidle");
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes.flatMap(({ ignored, role, name, description, backendDOMNodeId: node }) =>
    ignored || node === undefined
      ? []
      : { role: said(role), name: said(name), description: said(description), node },
  );
}

const said = (value: { value?: unknown } | undefined): string => String(value?.value ?? "");

/** One line for each name that several buttons or links of the page share that do different things. */
export async function sharedNames(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const parts = (await spokenParts(page, session)).filter(({ role }) => /^(button|link|switch)$/.test(role));
  const found: string[] = [];
  for (const called of new Set(parts.map(({ role, name }) => `${role} "${name}"`))) {
    const alike = parts.filter(({ role, name }) => `${role} "${name}"` === called);
    if (alike.length < 2) continue;
    const deeds = new Set(await Promise.all(alike.map(({ node }) => deedOf(session, node))));
    if (deeds.size > 1) found.push(`${called} does ${[...deeds].join(" and ")}`);
  }
  await session.detach();
  return found;
}

/** One line for each control of the page that is described by words of its name, which are read twice then. */
export async function readTwice(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const parts = await spokenParts(page, session);
  await session.detach();
  return parts
    .filter(({ name, description }) => description && name.includes(description))
    .map(({ role, name, description }) => `${role} "${name}" is described as "${description}"`);
}

/** Where a link leads, what a button sends and where; of any other button that it is another one. */
async function deedOf(session: CDPSession, node: number): Promise<string> {
  const { object } = await session.send("DOM.resolveNode", { backendNodeId: node });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId ?? "",
    functionDeclaration: `function () {
      if (this instanceof HTMLAnchorElement) return this.href;
      if (!this.form || this.type !== "submit") return "";
      const sent = new URLSearchParams(new FormData(this.form, this));
      return this.formAction + " with " + sent;
    }`,
    returnByValue: true,
  });
  return result.value || `what button ${node} does`;
}
