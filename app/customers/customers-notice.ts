import type { Customer } from "../../db/portals.server";

/** What has just happened to customers, as the address of the list says it. */
export function customersNotice(
  parameters: URLSearchParams,
  changed: Customer | null,
): { title: string; text?: string } | null {
  if (changed) {
    const name = changed.name || changed.email;
    const isInvited = changed.portalAccess === "invited";
    if (parameters.has("invited") || isInvited) {
      const text = `The invitation goes to ${changed.email}.`;
      return {
        title: parameters.has("added") ? `${name} was added and invited` : `${name} was invited`,
        text,
      };
    }
    return { title: `${name} was added`, text: "They come into your portal once you invite them." };
  }
  const [imported, leftOut] = ["imported", "left"].map((name) => countOf(parameters.get(name)));
  if (!imported) return null;
  const title = imported === 1 ? "1 customer was imported" : `${imported} customers were imported`;
  if (!leftOut) return { title };
  return { title, text: leftOut === 1 ? "1 row was left out." : `${leftOut} rows were left out.` };
}

const countOf = (text: string | null): number => (/^\d{1,4}$/.test(text ?? "") ? Number(text) : 0);
