import type { Scope } from "../scope";
import { refused } from "./api-error";
import { wholeList } from "./list-page";

type Node = Record<string, unknown>;

const DEEPEST = 4;

/** Replaces ids by the objects that they name, as `expand[]` asks. The object itself is not touched. */
export function expand(scope: Scope, object: object, paths: string[]): object {
  const copy = structuredClone(object) as Node;
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > DEEPEST) throw refused(`You cannot expand more than ${DEEPEST} levels (${path}).`);
    walk(scope, copy, steps, path);
  }
  return copy;
}

function walk(scope: Scope, node: Node, [step = "", ...rest]: string[], path: string): void {
  const value = resolved(scope, node, step, path);
  if (value === null) return;
  node[step] = value;
  if (rest.length === 0) return;
  const children = Array.isArray(value) ? value : [value];
  for (const child of children) walk(scope, child as Node, rest, path);
}

function resolved(scope: Scope, node: Node, step: string, path: string): object | null {
  const value = node[step];
  if (value === null) return null;
  if (typeof value === "object") return value;
  if (typeof value === "string") {
    const found = scope.world.objects.findOfAnyKind(scope.account, value);
    if (found) return found;
  }
  return includable(scope, node, step) ?? notExpandable(path);
}

/** Lists that belong to an object and are left out unless asked for. */
function includable(scope: Scope, node: Node, step: string): object | null {
  const id = String(node.id);
  if (node.object === "checkout.session" && step === "line_items") {
    const { hidden } = scope.get("checkout.session", id);
    return wholeList(`/v1/checkout/sessions/${id}/line_items`, hidden.line_items);
  }
  if (node.object === "charge" && step === "refunds") {
    const refunds = scope.world.objects.all(scope.account, "refund");
    const ofCharge = refunds.map(({ body }) => body).filter(({ charge }) => charge === id);
    return wholeList(`/v1/charges/${id}/refunds`, ofCharge);
  }
  return null;
}

function notExpandable(path: string): never {
  throw refused(`This property cannot be expanded (${path}).`, { param: "expand" });
}
