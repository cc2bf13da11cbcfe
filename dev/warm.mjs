import { ask } from "./ask.mjs";

/**
 * Loads pages and what they load, so that the first visit of a person finds everything compiled.
 *
 * @param {string[]} pages
 * @param {string} port
 * @returns {Promise<string[]>} the pages that did not work
 */
export async function warm(pages, port) {
  const broken = [];
  for (const page of new Set(pages)) {
    const { status, body } = await ask(page, port);
    if (status >= 500) broken.push(page);
    await Promise.all(parts(page, body).map((part) => ask(part, port).catch(() => null)));
  }
  return broken;
}

/**
 * @param {string} page
 * @param {string} body
 */
function parts(page, body) {
  const addresses = [...body.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="([^"]+)"/g)].map(
    ([, address = ""]) => new URL(address.replaceAll("&amp;", "&"), page),
  );
  const here = new URL(page).host;
  return addresses.filter(({ host }) => host === here).map(({ href }) => href);
}
