export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

type Branch = Map<string, string | Branch>;

/** Reads Stripe's form bodies: `a[b]=1`, `list[]=x`, `list[0][b]=1`. */
export function decodeForm(text: string): Value {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) place(root, path(name), value);
  return toValue(root);
}

function path(name: string): string[] {
  const [head = ""] = name.split("[", 1);
  return [head, ...Array.from(name.slice(head.length).matchAll(/\[([^\]]*)\]/g), (match) => match[1] ?? "")];
}

function place(branch: Branch, [key = "", ...rest]: string[], value: string): void {
  const name = key === "" ? String(branch.size) : key;
  if (rest.length === 0) {
    branch.set(name, value);
    return;
  }
  const known = branch.get(name);
  const next: Branch = known instanceof Map ? known : new Map();
  branch.set(name, next);
  place(next, rest, value);
}

function toValue(node: string | Branch): Value {
  if (typeof node === "string") return node;
  const keys = [...node.keys()];
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) return [...node.values()].map(toValue);
  return Object.fromEntries([...node].map(([key, child]) => [key, toValue(child)]));
}
